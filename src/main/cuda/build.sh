#!/usr/bin/env bash
# Builds the kernels' PTX, which is committed, so that nobody else needs CUDA's compiler:
#
#     src/main/cuda/build.sh [FILE]
#
# writes FILE, or src/main/resources/dev/crescent/engine/cuda/crescent.ptx. Needs nvcc 13.0.88, whose output is the same
# every time, as $NVCC or in the PATH, and the ptxas beside it.
#
# - The PTX is for compute capability 7.5; drivers compile it for whatever GPU they find from there on.
# - nvcc states the newest PTX version, 9.0, which drivers before 580 refuse. Nothing in the kernels needs more than 7.0,
#   which drivers take from 450 on. ptxas refuses features that are newer than the version stated, so the check is real.
# - Nothing in the kernels is static: the compiler would put a hash of where the sources lie into its name.
# - The first line holds the hash of the sources, by which a test sees that they were not changed alone.
# - It is an error if a kernel spills registers on any GPU.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
out=${1:-$here/../resources/dev/crescent/engine/cuda/crescent.ptx}
nvcc=${NVCC:-nvcc}
compiler=13.0.88
targets="75 80 86 89 90 100 120"

if ! "$nvcc" --version | grep -q "V${compiler//./\\.}\$"; then
    echo "build.sh: $nvcc is not nvcc $compiler" >&2
    exit 2
fi
nvcc=$(command -v "$nvcc")
ptxas=${nvcc%nvcc}ptxas

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cd "$here"
# Names and contents of all sources, in the order of their names.
hash=$(for file in $(printf '%s\n' *.cu *.cuh | LC_ALL=C sort); do
    printf '%s\n' "$file"
    cat "$file"
done | sha256sum | cut -d ' ' -f 1)

"$nvcc" -ptx -arch=compute_75 -std=c++17 -Werror all-warnings -o "$work/nvcc.ptx" crescent.cu
{
    echo "// source-sha256 $hash"
    sed 's/^\.version 9\.0$/.version 7.0/' "$work/nvcc.ptx"
} > "$work/crescent.ptx"
if ! grep -q '^\.version 7\.0$' "$work/crescent.ptx"; then
    echo "build.sh: the PTX states another version than 9.0" >&2
    exit 1
fi

for target in $targets; do
    "$ptxas" -v -arch="sm_$target" -o "$work/out.cubin" "$work/crescent.ptx" 2> "$work/log" || {
        cat "$work/log" >&2
        exit 1
    }
    if grep -B 1 -E '[1-9][0-9]* bytes spill' "$work/log" >&2; then
        echo "build.sh: a kernel spills registers on sm_$target; its launch bounds may cure it" >&2
        exit 1
    fi
done

mkdir -p "$(dirname "$out")"
cp "$work/crescent.ptx" "$out"

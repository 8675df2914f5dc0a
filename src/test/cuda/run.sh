#!/bin/sh
# On a machine with a GPU, out of the bundle that bundle.sh packs:
#
#     run.sh [tests|bench|mnist] [FOLDER]
#
# runs the tests tagged "gpu", then the bench on the processor and the GPU, and then, where the environment variable MNIST
# names the folder of MNIST's four files, trains the convolutional network on them, which has to come to 99.3 %. One of the
# words runs that part alone, where a command may take some minutes only; each takes less than ten on a fast GPU. What comes
# of it is written to FOLDER, or out beside this file. The exit status is 0 if all of it went well.
here=$(cd "$(dirname "$0")" && pwd -P)
parts="tests bench mnist"
case ${1:-} in
    tests | bench | mnist) parts=$1; shift ;;
    -*) sed -n '2,10s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac
out=${1:-$here/out}
mkdir -p "$out/cache" || exit 2
out=$(cd "$out" && pwd -P)
if [ "$parts" = mnist ] && [ -z "${MNIST:-}" ]; then
    echo "run.sh: set MNIST to the folder of MNIST's four files" >&2
    exit 2
fi

# Nothing is left in the home folder, which may not be there, or not be writable.
export XDG_CACHE_HOME="$out/cache"
export CUDA_CACHE_PATH="$out/cache/nv"

# Whether a library is for 64 bits.
is_64_bit() {
    [ "$(od -An -tu1 -j4 -N1 "$1" 2>/dev/null | tr -d ' ')" = 2 ]
}

# Where the driver's library is that the system would not find by itself: neither that of another processor, nor that of an
# older driver's users, nor one that only looks like it. Folders may be slow, as those of a network: a minute has to do.
find_driver() {
    set -f
    IFS=:
    for folder in ${LD_LIBRARY_PATH:-}; do
        if is_64_bit "${folder:-.}/libcuda.so.1"; then
            return
        fi
    done
    unset IFS
    set +f
    if { ldconfig -p || /sbin/ldconfig -p; } 2>/dev/null | grep -q 'libcuda\.so\.1 .*x86-64'; then
        return
    fi
    timeout 60 find / \( -path /proc -o -path /sys -o -path "$out" -o -name 'i386*' -o -name lib32 -o -name compat \
        -o -name stubs \) -prune -o -name libcuda.so.1 -print 2>/dev/null | while read -r library; do
        if is_64_bit "$library"; then
            dirname "$library"
            break
        fi
    done
}

driver=$(find_driver)
if [ -n "$driver" ]; then
    export LD_LIBRARY_PATH="$driver${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
fi
{ nvidia-smi && nvidia-smi -q; } > "$out/gpu.txt" 2>&1

run() {
    "$here/java/bin/java" --add-modules=jdk.incubator.vector --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC \
        -Xmx"${HEAP:-8g}" -XX:ErrorFile="$out/hs_err_%p.log" \
        -Dcrescent.gpu.out="$out" -cp "$here/classes:$here/test-classes:$here/lib/*" "$@"
}

junit() {
    run org.junit.platform.console.ConsoleLauncher execute --disable-banner --details=tree --disable-ansi-colors \
        --fail-if-no-tests "$@"
}

tests() {
    junit --include-tag=gpu --exclude-tag=mnist --select-package=dev.crescent.engine.cuda --select-package=dev.crescent.cli
}

bench() {
    set --
    for workload in ${WORKLOADS:-playground playground-deep playground-1000 mnist-softmax mnist-old mnist-modern mnist-conv \
        mnist-conv-small field landscape landscape-101}; do
        set -- "$@" --workload "$workload"
    done
    run dev.crescent.Main bench --cuda --json "$out/bench.json" "$@"
}

mnist() {
    if [ -z "${MNIST:-}" ]; then
        echo "skipped: MNIST names no folder"
        return
    fi
    junit --include-tag=mnist --select-package=dev.crescent.cli
}

status=0
for part in $parts; do
    # Standard error belongs to it: what failed is said there.
    if "$part" > "$out/$part.txt" 2>&1; then
        result="went well"
    else
        result="failed"
        status=1
    fi
    tail -n 40 "$out/$part.txt"
    echo "run.sh: $part $result; see $out/$part.txt"
done
exit $status

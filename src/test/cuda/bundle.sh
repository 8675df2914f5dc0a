#!/usr/bin/env bash
# Packs what the tests tagged "gpu" and the bench need, the Java runtime included, for a machine that has a GPU, its driver
# and nothing else:
#
#     src/test/cuda/bundle.sh gpu.tar.xz
#
# There, unpack it (tar -xJf gpu.tar.xz, or without xz: python3 -m tarfile -e gpu.tar.xz) and run crescent-gpu/run.sh, which
# is src/test/cuda/run.sh and says what it takes.
set -euo pipefail

[ $# = 1 ] || { sed -n '2,8s/^# \{0,1\}//p' "$0" >&2; exit 2; }
case $1 in /*) out=$1 ;; *) out=$PWD/$1 ;; esac
cd "$(dirname "$0")/../../.."
java_home=${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v java)")")")}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bundle=$work/crescent-gpu
mkdir -p "$bundle/lib"

mvn -q -B test-compile dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile="$work/classpath"
cp -r target/classes target/test-classes "$bundle/"
# Neither windows nor ND4J nor ONNX Runtime: their libraries are most of what there is.
tr ':' '\n' < "$work/classpath" | grep -v -E '/(javafx|controlsfx|nd4j|openblas|mkl|javacpp|jcuda-natives|archunit|onnxruntime|flatbuffers|protobuf|guava|commons|nearest|atlantafx|ikonli)' \
    | xargs -I '{}' cp '{}' "$bundle/lib/"
"$java_home/bin/jlink" --output "$bundle/java" --strip-debug --no-header-files --no-man-pages --vm=server --compress=zip-0 \
    --add-modules=java.base,java.logging,java.xml,java.management,jdk.unsupported,jdk.jfr,jdk.zipfs,jdk.incubator.vector

cp src/test/cuda/run.sh "$bundle/run.sh"
chmod +x "$bundle/run.sh"
tar -C "$work" -cJf "$out" crescent-gpu
ls -l "$out"
if [ "$(stat -c %s "$out")" -gt 40000000 ]; then
    echo "bundle.sh: $out is larger than 40 MB; leave out of it what no test needs" >&2
    exit 1
fi

#!/usr/bin/env bash
# Packs what the tests tagged "gpu" and the bench need, the Java runtime included, for a machine that has a GPU, its driver
# and nothing else:
#
#     src/test/cuda/bundle.sh gpu.tar.xz
#
# There, unpack it and run crescent-gpu/run.sh [FOLDER]; the reports of the tests and the bench's figures are written to that
# folder. With MNIST=DIR, the folder of MNIST's four files, the convolutional network is trained on them, too.
set -euo pipefail

[ $# = 1 ] || { sed -n '2,9s/^# \{0,1\}//p' "$0" >&2; exit 2; }
case $1 in /*) out=$1 ;; *) out=$PWD/$1 ;; esac
cd "$(dirname "$0")/../../.."
java_home=${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v java)")")")}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bundle=$work/crescent-gpu
mkdir -p "$bundle/lib"

mvn -q -B test-compile dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile="$work/classpath"
cp -r target/classes target/test-classes "$bundle/"
# Neither windows nor ND4J: their libraries are most of what there is.
tr ':' '\n' < "$work/classpath" | grep -v -E '/(javafx|controlsfx|nd4j|openblas|mkl|javacpp|jcuda-natives|archunit|flatbuffers|protobuf|guava|commons|nearest|atlantafx|ikonli)' \
    | xargs -I '{}' cp '{}' "$bundle/lib/"
"$java_home/bin/jlink" --output "$bundle/java" --strip-debug --no-header-files --no-man-pages --vm=server --compress=zip-0 \
    --add-modules=java.base,java.logging,java.xml,java.management,jdk.unsupported,jdk.jfr,jdk.zipfs,jdk.incubator.vector

cat > "$bundle/run.sh" <<'RUN'
#!/bin/sh
# Runs the tests tagged "gpu", then the bench on the processor and the GPU; writes to the folder $1.
here=$(cd "$(dirname "$0")" && pwd -P)
out=${1:-$here/out}
mkdir -p "$out"
# Where the system does not say where the driver's library is, it may still be there.
if [ -z "${LD_LIBRARY_PATH:-}" ] && ! ldconfig -p 2>/dev/null | grep -q 'libcuda\.so\.1'; then
    library=$(find / -path /proc -prune -o -name libcuda.so.1 -print 2>/dev/null | head -n 1)
    [ -z "$library" ] || export LD_LIBRARY_PATH="$(dirname "$library")"
fi
run() {
    "$here/java/bin/java" --add-modules=jdk.incubator.vector --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -Xmx8g \
        -cp "$here/classes:$here/test-classes:$here/lib/*" "$@"
}
run org.junit.platform.console.ConsoleLauncher execute --disable-banner --details=tree --disable-ansi-colors \
    --include-tag=gpu --select-package=dev.crescent.engine.cuda --select-package=dev.crescent.cli --fail-if-no-tests \
    > "$out/tests.txt" 2>&1
tests=$?
tail -n 12 "$out/tests.txt"
set --
for workload in playground playground-deep playground-1000 mnist-softmax mnist-old mnist-modern mnist-conv mnist-conv-small field landscape landscape-101; do
    set -- "$@" --workload "$workload"
done
run dev.crescent.Main bench --cuda --json "$out/bench.json" "$@" | tee "$out/bench.txt"
if [ -n "${MNIST:-}" ]; then
    run dev.crescent.Main train builtin:mnist-conv --mnist "$MNIST" --device cuda --history "$out/mnist-conv.csv" \
        | tee "$out/mnist-conv.txt"
fi
exit $tests
RUN
chmod +x "$bundle/run.sh"
tar -C "$work" -cJf "$out" crescent-gpu
ls -l "$out"

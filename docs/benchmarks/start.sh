#!/usr/bin/env bash
# start.sh IMAGE [ROUNDS]: how long the installed program (the folder that BuildInstaller.java makes) takes to its first
# frame, with its cache of linked classes and without, in turns, under a virtual display (Xvfb). Where the files of the
# image can be dropped from the system's memory (as root on Linux), a cold start comes first in every round.
set -euo pipefail
image=$(cd "$1" && pwd)
rounds=${2:-5}
work=$(mktemp -d)
trap 'kill "$x" 2>/dev/null || true; rm -rf "$work"' EXIT
export DISPLAY=:97
Xvfb $DISPLAY -screen 0 1280x800x24 >/dev/null 2>&1 &
x=$!
until xdpyinfo >/dev/null 2>&1; do sleep 0.1; done

# first WHICH [JAVA OPTION]: prints the milliseconds to the first frame, as the program logs them
first() {
    rm -rf "$work/home"
    mkdir "$work/home"
    CRESCENT_HOME="$work/home" JDK_JAVA_OPTIONS= JAVA_TOOL_OPTIONS="${2:-}" "$image/bin/crescent" >/dev/null 2>&1 &
    pid=$!
    for _ in $(seq 600); do
        ms=$(sed -n 's/.*First frame \([0-9]*\) ms.*/\1/p' "$work"/home/crescent.log.0 2>/dev/null || true)
        [ -n "$ms" ] && break
        sleep 0.1
    done
    kill "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
    echo "$1 ${ms:-none}"
}

for _ in $(seq "$rounds"); do
    if sync && echo 3 2>/dev/null >/proc/sys/vm/drop_caches; then
        first "cold, with the cache"
    fi
    first "warm, with the cache"
    first "warm, without" -XX:AOTMode=off
done | tee "$work/all" >&2

for kind in "cold, with the cache" "warm, with the cache" "warm, without"; do
    grep "^$kind [0-9]" "$work/all" | sed 's/.* //' | sort -n | awk -v kind="$kind" \
        '{ a[NR] = $1 } END { if (NR) printf "%-22s median %5d ms, %d to %d ms, %d starts\n", kind, a[int((NR + 1) / 2)], a[1], a[NR], NR }'
done

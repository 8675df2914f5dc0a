#!/usr/bin/env bash
# start.sh IMAGE [ROUNDS] [OLDER]: how long the installed program (the folder that BuildInstaller.java makes) takes to its
# first frame with content, and what processor time it has used by then on all its threads, with its cache of linked classes
# and without, in turns, under a virtual display (Xvfb). Where the files of the image can be dropped from the system's memory
# (as root on Linux), a cold start comes first in every round. Another image, OLDER, is started in turns with it. Processor
# time is what to compare on a machine that has other work.
set -euo pipefail
image=$(cd "$1" && pwd)
rounds=${2:-5}
older=${3:+$(cd "$3" && pwd)}
work=$(mktemp -d)
trap 'kill "$x" 2>/dev/null || true; rm -rf "$work"' EXIT
export DISPLAY=:97
Xvfb $DISPLAY -screen 0 1280x800x24 >/dev/null 2>&1 &
x=$!
until xdpyinfo >/dev/null 2>&1; do sleep 0.1; done

# first WHICH IMAGE [JAVA OPTION]: prints the milliseconds to the first frame, as the program logs them, and those of the
# processors until that is seen
first() {
    rm -rf "$work/home"
    mkdir "$work/home"
    CRESCENT_HOME="$work/home" JDK_JAVA_OPTIONS= JAVA_TOOL_OPTIONS="${3:-}" "$2/bin/crescent" >/dev/null 2>&1 &
    pid=$!
    ms=
    for _ in $(seq 1200); do
        ms=$(sed -n 's/.*First frame \([0-9]*\) ms.*/\1/p' "$work"/home/crescent.log.0 2>/dev/null || true)
        [ -n "$ms" ] && break
        sleep 0.05
    done
    cpu=$(awk -v ticks="$(getconf CLK_TCK)" '{ print ($14 + $15) * 1000 / ticks }' "/proc/$pid/stat" || true)
    kill "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
    echo "$1: ${ms:-none} $cpu"
}

for _ in $(seq "$rounds"); do
    if sync && echo 3 2>/dev/null >/proc/sys/vm/drop_caches; then
        first "cold, with the cache" "$image"
    fi
    first "warm, with the cache" "$image"
    first "warm, without" "$image" -XX:AOTMode=off
    if [ -n "$older" ]; then
        first "warm, older image" "$older"
    fi
done | tee "$work/all" >&2

# spread COLUMN: median, least and most of the numbers in a column
spread() {
    awk -v column="$1" '{ print $column }' | sort -n | awk '{ a[NR] = $1 } END { printf "%d ms (%d to %d)", a[int((NR + 1) / 2)], a[1], a[NR] }'
}

for kind in "cold, with the cache" "warm, with the cache" "warm, without" "warm, older image"; do
    if sed -n "s/^$kind: \([0-9]\)/\1/p" "$work/all" >"$work/kind" && [ -s "$work/kind" ]; then
        printf '%-22s first frame %s, processors %s, %d starts\n' "$kind" "$(spread 1 <"$work/kind")" \
            "$(spread 2 <"$work/kind")" "$(wc -l <"$work/kind")"
    fi
done
echo "load of the machine at the end: $(cut -d' ' -f1-3 /proc/loadavg)"

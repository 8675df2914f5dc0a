#!/usr/bin/env bash
# Measures the packaged program as a user would meet it, with the software pipeline on a virtual display: the time from
# the start of the process to the first frame (5 starts), then resident memory over MINUTES of training at full speed.
# Needs Linux, Xvfb and xdotool, and `mvn package` before. Usage: start-and-memory.sh [MINUTES, 10 unless given]
set -euo pipefail
minutes=${1:-10}
crescent=$(cd "$(dirname "$0")/../.." && pwd)/target/crescent/bin/crescent
home=$(mktemp -d)
display=:$((90 + RANDOM % 900))
Xvfb "$display" -screen 0 1280x800x24 >/dev/null 2>&1 &
server=$!
trap 'kill "${program:-}" "$server" 2>/dev/null; rm -rf "$home"' EXIT
export DISPLAY=$display CRESCENT_HOME=$home
# The speed slider at its end: as fast as it can.
printf 'speed=1\n' >"$home/preferences.properties"

start() {
    rm -f "$home"/crescent.log*
    "$crescent" 2>/dev/null &
    program=$!
    until grep -qs 'First frame' "$home"/crescent.log*; do
        kill -0 "$program" || exit 1
        sleep 0.1
    done
}

for round in 1 2 3 4 5; do
    start
    echo "start $round: $(grep -oh 'First frame.*' "$home"/crescent.log*)"
    kill "$program"
    wait "$program" || true
    printf 'speed=1\n' >"$home/preferences.properties"
done

start
xdotool mousemove 640 120 key space
for ((second = 0; second <= minutes * 60; second += 30)); do
    echo "after $second s: $(awk '/VmRSS/ {printf "%.0f MB", $2 / 1000}' "/proc/$program/status")"
    sleep 30
done

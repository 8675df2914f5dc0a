#!/usr/bin/env bash
# deb.sh PACKAGE.deb: installs the package, uses it as a user would under a virtual display, and removes it again; says at
# each step what was seen, and ends at the first that fails. As root, on a Debian or Ubuntu that may be changed; needs xvfb,
# xdotool, x11-utils, xdg-utils and libglib2.0-bin.
set -euo pipefail
package=$(realpath "$1")
work=$(mktemp -d)
x=
program=
finish() {
    [ -n "$program" ] && kill "$program" 2>/dev/null
    [ -n "$x" ] && kill "$x" 2>/dev/null
    rm -rf "$work"
}
trap finish EXIT
fail() { echo "FAILED: $*" >&2; exit 1; }
export CRESCENT_HOME="$work/home" XDG_CACHE_HOME="$work/cache"

apt-get install -y --no-install-recommends "$package" >"$work/apt.log" 2>&1 || { tail "$work/apt.log"; fail "it cannot be installed"; }
echo "installed: $(du -sm /opt/crescent | cut -f1) MB in /opt/crescent, package $(stat -c %s "$package" | awk '{printf "%.0f", $1 / 1e6}') MB"

desktop=$(dpkg -L crescent | grep '\.desktop$' | head -n 1)
menu=/usr/share/applications/$(basename "$desktop")
[ -f "$menu" ] || fail "there is no menu entry $menu"
grep -q '^Exec=.* %f$' "$menu" || fail "the menu entry takes no file"
[ -f "/usr/share/icons/hicolor/48x48/apps/$(sed -n 's/^Icon=//p' "$menu").png" ] || fail "the menu entry has no icon"
echo "menu entry: $(sed -n 's/^Name=//p' "$menu"), $(sed -n 's/^Categories=//p' "$menu")"

crescent train builtin:xor --epochs 3 --checkpoint "$work/my xor.crescent" >"$work/train.log" 2>/dev/null || fail "the command line"
echo "command line: $(cat "$work/train.log")"
# ND4J comes with the package, packed, comes to the same numbers, and is unpacked once.
for device in cpu nd4j; do
    crescent train builtin:xor --epochs 5 --device "$device" --weights "$work/$device.npz" >"$work/$device.log" 2>&1 ||
        { cat "$work/$device.log"; fail "the device $device"; }
    echo "device $device: $(cat "$work/$device.log")"
done
numbers() { sed -n 's/, [0-9]* samples.*//p' "$work/$1.log"; }
[ -n "$(numbers cpu)" ] || fail "the device cpu says no losses"
[ "$(numbers cpu)" = "$(numbers nd4j)" ] || fail "the devices come to other losses and accuracies"
unpacked=$(du -sm "$XDG_CACHE_HOME" | cut -f1)
[ "$unpacked" -lt 450 ] || fail "ND4J has put $unpacked MB into the user's cache"
echo "nd4j: as cpu, $unpacked MB in the user's cache"
type=$(gio info -a standard::content-type "$work/my xor.crescent" | sed -n 's/.*content-type: //p')
[ "$type" = application/x-crescent ] || fail "the file's type is $type"
handler=$(xdg-mime query default application/x-crescent)
[ "$handler" = "$(basename "$menu")" ] || fail "such files are opened by $handler"
echo "association: $type is opened by $handler"

export DISPLAY=:96
Xvfb $DISPLAY -screen 0 1280x800x24 >/dev/null 2>&1 &
x=$!
until xdpyinfo >/dev/null 2>&1; do sleep 0.1; done
# As a file manager does: the entry's command, with the file in the place of %f.
command=$(sed -n 's/^Exec=//p' "$menu")
"${command% %f}" "$work/my xor.crescent" >"$work/window.log" 2>&1 &
program=$!
timeout 60 xdotool search --sync --onlyvisible --name 'my xor' >/dev/null || { cat "$work/window.log"; fail "no window shows the file"; }
echo "window: $(xdotool search --onlyvisible --name 'my xor' getwindowname | head -n 1)"
kill "$program"
wait "$program" 2>/dev/null || true
program=

dpkg -r crescent >"$work/remove.log" 2>&1 || { cat "$work/remove.log"; fail "it cannot be removed"; }
for left in /opt/crescent "$menu" /usr/share/mime/packages/crescent* /usr/bin/crescent \
        /usr/share/icons/hicolor/48x48/*/*crescent.png; do
    [ -e "$left" ] && fail "it leaves $left"
done
[ -z "$(xdg-mime query default application/x-crescent)" ] || fail "it leaves the association"
echo "removed: nothing is left"

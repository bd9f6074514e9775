#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

# The kernel's own table with one figure replaced.
plain little
sed 's/^MemAvailable:.*/MemAvailable:     310000 kB/' /proc/meminfo >"$work/meminfo"
apart seen-replayed-little-available "mount --bind $work/meminfo /proc/meminfo"

plain caches
sed 's/^MemFree:.*/MemFree:          110000 kB/' /proc/meminfo >"$work/meminfo"
apart clear-replayed-caches-hold-it "mount --bind $work/meminfo /proc/meminfo"

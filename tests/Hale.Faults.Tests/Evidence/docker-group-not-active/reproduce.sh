#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

plain member
sed 's/^docker:.*/&,nobody/; s/:,nobody/:nobody/' /etc/group >"$work/group"
apart_as_nobody seen-session-is-older "mount --bind $work/group /etc/group"

plain nobody
apart_as_nobody clear-not-in-the-group 'true'

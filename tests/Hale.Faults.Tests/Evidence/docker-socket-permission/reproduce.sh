#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

plain nobody
apart_as_nobody seen-not-in-the-group 'true'

plain member
sed 's/^docker:.*/&,nobody/; s/:,nobody/:nobody/' /etc/group >"$work/group"
apart_as_nobody clear-in-the-group "mount --bind $work/group /etc/group"

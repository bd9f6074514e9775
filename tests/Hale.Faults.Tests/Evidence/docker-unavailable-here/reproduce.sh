#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

plain nobody
PATH=/usr/bin:/bin apart_as_nobody seen-may-not-install "$without_socket; $without_dockerd"

plain nothing-offered
PATH=/usr/bin:/bin apart seen-nothing-is-offered "$without_socket; $without_dockerd"'
  mount -t tmpfs none /etc/apt; mount -t tmpfs none /var/lib/apt; mount -t tmpfs none /var/cache/apt; mount --bind /dev/null /etc/resolv.conf; mount --bind /dev/null /etc/hosts'

plain may
PATH=/usr/bin:/bin apart clear-may-install 'true'

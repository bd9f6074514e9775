#!/bin/sh
# seen: a project on a share (sshfs, of Debian's packages sshfs and openssh-sftp-server, which here asks a server on this machine). clear: the same on a disk;
# a service that watches nothing on a share. blind: no Compose, so that nobody knows what is mounted. The share is mounted for this one process tree. SSHFS and
# SFTP_SERVER may lie anywhere.
. "$(dirname "$0")/../../Reproduce/lib.sh"
: "${SSHFS:=sshfs}" "${SFTP_SERVER:=/usr/lib/openssh/sftp-server}"
export SSHFS
printf '#!/bin/sh\nexec "%s"\n' "$SFTP_SERVER" >"$work/ssh"
chmod +x "$work/ssh"

mounted() {
  project "$1" <<'YAML'
services:
  web:
    image: hale.local/stand-in/node:20-slim
    command: npm run dev
    volumes: ["./src:/app"]
YAML
  mkdir src "$work/$1.far"
  printf '{"name": "page", "devDependencies": {%s}}\n' "$2" >"$work/$1.far/package.json"
  cp "$work/$1.far/package.json" src/
}
share() { printf '%s -f -o ssh_command=%s localhost:%s src & echo $! >%s; sleep 3' "$SSHFS" "$work/ssh" "$work/$1.far" "$work/pid"; }
unshared() { kill "$(cat "$work/pid")"; }

mounted seen '"vite": "6.4.6"'
apart seen-a-share "$(share seen)"
unshared
apart blind-no-compose "$without_plugins"

mounted clear '"vite": "6.4.6"'
record clear-a-disk

mounted none '"is-odd": "3.0.1"'
apart clear-nothing-watches "$(share none)"
unshared

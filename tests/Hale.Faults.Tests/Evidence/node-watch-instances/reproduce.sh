#!/bin/sh
# seen: Vite in a user namespace that may make no watcher. clear: a limit of open files, which is the evidence of run-nofile.
. "$(dirname "$0")/../../Reproduce/lib.sh"
. "$(dirname "$0")/../../Reproduce/vite.sh"

limited() {
  vite "$1" 'vite --host 0.0.0.0'
  sed -i "s|command: .*|command: [\"unshare\", \"-Ur\", \"sh\", \"-c\", \"echo $3 >/proc/sys/user/$2; exec npm run dev\"]\n    privileged: true|" compose.yaml
  up
}

limited seen max_inotify_instances 0
record seen-vite
gone

#!/bin/sh
# seen: Vite in a user namespace that may watch three files, and a program of its own in one that may watch none. clear: the limit of watchers.
# blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"
. "$(dirname "$0")/../../Reproduce/vite.sh"

limited() {
  vite "$1" 'vite --host 0.0.0.0'
  sed -i "s|command: .*|command: [\"unshare\", \"-Ur\", \"sh\", \"-c\", \"echo $3 >/proc/sys/user/$2; exec $4\"]\n    privileged: true|" compose.yaml
  up
}

limited seen max_inotify_watches 3 'npm run dev'
record seen-vite
blind blind-no-engine
gone

limited own max_inotify_watches 0 'node watch.js'
echo "require('fs').watch('/app')" >watch.js
sed -i '/devDependencies/d; s/^  },/  }/' package.json
docker compose up -d --force-recreate >/dev/null 2>&1 || true
sleep 3
record seen-a-program
gone

limited clear max_inotify_instances 0 'npm run dev'
record clear-node-watch-instances
gone

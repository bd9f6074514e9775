about="a shell runs a script that was saved on Windows"
. "$root_folder/proof/stacks/queue.sh"
project() { queue; sed -i 's|\["python3", "-u", "/app/queue.py", "work"\]|["sh", "/app/start.sh"]|' compose.yaml; printf '#!/bin/sh\r\nset -e\r\nif true; then\r\n  exec python3 -u /app/queue.py work\r\nfi\r\n' >app/start.sh; chmod 755 app/start.sh; }
working() { queue_works; }

part=yes
about="a start script was saved on Windows"
. "$root_folder/proof/stacks/queue.sh"
project() { queue; sed -i 's|\["python3", "-u", "/app/queue.py", "work"\]|["/app/start.sh"]|' compose.yaml; printf '#!/bin/sh\r\nexec python3 -u /app/queue.py work\r\n' >app/start.sh; chmod 755 app/start.sh; }
working() { queue_works; }

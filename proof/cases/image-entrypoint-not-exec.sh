about="a start script lost its x"
. "$root_folder/proof/stacks/queue.sh"
project() { queue; sed -i 's|\["python3", "-u", "/app/queue.py", "work"\]|["/app/start.sh"]|' compose.yaml; printf '#!/bin/sh\nexec python3 -u /app/queue.py work\n' >app/start.sh; chmod 644 app/start.sh; }
working() { queue_works; }

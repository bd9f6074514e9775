part=yes
about="a start script is not where the Compose file says"
mend=no
. "$root_folder/proof/stacks/queue.sh"
project() { queue; sed -i 's|\["python3", "-u", "/app/queue.py", "work"\]|["/srv/start.sh"]|' compose.yaml; printf '#!/bin/sh\nexec python3 -u /app/queue.py work\n' >app/start.sh; chmod 755 app/start.sh; }

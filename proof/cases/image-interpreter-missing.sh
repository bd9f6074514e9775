about="the interpreter of a start script lies elsewhere in the image"
. "$root_folder/proof/stacks/queue.sh"
project() { queue; sed -i 's|\["python3", "-u", "/app/queue.py", "work"\]|["/app/start.sh"]|' compose.yaml; printf '#!/usr/local/bin/bash\nexec python3 -u /app/queue.py work\n' >app/start.sh; chmod 755 app/start.sh; }
working() { queue_works; }

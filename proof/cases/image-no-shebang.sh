about="a start script has no first line"
. "$root_folder/proof/stacks/queue.sh"
project() { queue; sed -i 's|\["python3", "-u", "/app/queue.py", "work"\]|["/app/start.sh"]|' compose.yaml; printf 'exec python3 -u /app/queue.py work\n' >app/start.sh; chmod 755 app/start.sh; }
working() { queue_works; }

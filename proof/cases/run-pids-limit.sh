part=yes
about="the limit of processes is too low for the worker's threads"
. "$root_folder/proof/stacks/queue.sh"
project() { queue; sed -i 's/^  worker:$/  worker:\n    pids_limit: 6/' compose.yaml; sed -i 's/^while True:$/import threading\n\nfor i in range(20):\n    threading.Thread(target=time.sleep, args=(600,), daemon=True).start()\nwhile True:/' app/queue.py; }
working() { queue_works; }

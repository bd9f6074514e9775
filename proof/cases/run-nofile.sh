about="the limit of open files is too low for the worker"
. "$root_folder/proof/stacks/queue.sh"
project() { queue; sed -i 's/^  worker:$/  worker:\n    ulimits: {nofile: 24}/' compose.yaml; sed -i 's/^while True:$/files = [open("\/dev\/null") for i in range(64)]\nwhile True:/' app/queue.py; }
working() { queue_works; }

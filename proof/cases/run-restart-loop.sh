about="a worker fails each time, and its restart policy hides it"
mend=no
. "$root_folder/proof/stacks/queue.sh"
project() { queue; sed -i 's/^  worker:$/  worker:\n    restart: always/' compose.yaml; sed -i 's/^while True:$/sys.exit("the licence has run out")\nwhile True:/' app/queue.py; }

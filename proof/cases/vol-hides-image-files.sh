about="an empty folder is mounted over the program"
mend=no
. "$root_folder/proof/stacks/queue.sh"
project() { queue; sed -i 's|"./app:/app:ro"|"./ap:/app:ro"|' compose.yaml; }

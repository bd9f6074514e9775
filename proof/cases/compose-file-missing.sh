about="the Compose file has another name"
mend=no
. "$root_folder/proof/stacks/queue.sh"
project() { queue; mv compose.yaml compose.production.yaml; }

about="a port is no number"
mend=no
. "$root_folder/proof/stacks/queue.sh"
project() { queue; sed -i 's/"25020:8000"/"http:8000"/' compose.yaml; }

about="a key of the Compose file is misspelt"
mend=no
. "$root_folder/proof/stacks/queue.sh"
project() { queue; }
inject() { sed -i '0,/volumes:/s//volumns:/' compose.yaml; }

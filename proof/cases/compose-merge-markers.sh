part=yes
about="a merge left its marks in the Compose file"
mend=no
. "$root_folder/proof/stacks/queue.sh"
project() { queue; }
inject() { sed -i 's/^volumes:$/<<<<<<< HEAD\nvolumes:\n=======\nvolumes: {}\n>>>>>>> other/' compose.yaml; }

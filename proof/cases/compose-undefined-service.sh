part=yes
about="a service waits for one that was renamed"
mend=no
. "$root_folder/proof/stacks/queue.sh"
project() { queue; }
inject() { sed -i 's/^  redis:$/  cache:/' compose.yaml; }

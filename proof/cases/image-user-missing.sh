about="a service runs as a user that its image does not have"
mend=no
. "$root_folder/proof/stacks/queue.sh"
project() { queue; sed -i 's/^  worker:$/  worker:\n    user: app/' compose.yaml; }

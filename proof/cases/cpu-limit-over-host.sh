about="a service may use more processors than there are"
mend=no
. "$root_folder/proof/stacks/queue.sh"
project() { queue; sed -i 's/^  worker:$/  worker:\n    cpus: 512/' compose.yaml; }

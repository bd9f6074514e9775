about="a mapping stands where a list belongs"
mend=no
. "$root_folder/proof/stacks/queue.sh"
project() { queue; }
inject() { sed -i 's/^    ports: .*/    ports: {http: 8000}/' compose.yaml; }

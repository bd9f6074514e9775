part=yes
about="nginx is on no network with one of its upstreams"
. "$root_folder/proof/stacks/edge.sh"
project() { edge; sed -i '/^  blog:$/,/^  store:$/s/networks: \[front\]/networks: [back]/' compose.yaml; }
working() { edge_answers; }

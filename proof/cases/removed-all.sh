root=-
part=yes
about="all containers and networks are removed; the volumes are there"
. "$root_folder/proof/stacks/edge.sh"
project() { edge; }
inject() { healthy_first; edge_upload; docker compose down --timeout 1; }
working() { edge_answers; }
intact() { edge_keeps; }

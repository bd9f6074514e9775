part=yes
about="a running container is taken off its network"
. "$root_folder/proof/stacks/edge.sh"
project() { edge; }
inject() { healthy_first; edge_upload; docker network disconnect "${COMPOSE_PROJECT_NAME}_front" "$COMPOSE_PROJECT_NAME-blog-1"; sleep 5; }
working() { edge_answers; }
intact() { edge_keeps; }

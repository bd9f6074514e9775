root=net-stale-id
about="both networks of the stopped containers were pruned"
. "$root_folder/proof/stacks/edge.sh"
project() { edge; }
inject() { healthy_first; edge_upload; docker compose stop --timeout 1; docker network rm "${COMPOSE_PROJECT_NAME}_front" "${COMPOSE_PROJECT_NAME}_back"; }
working() { edge_answers; }
intact() { edge_keeps; }

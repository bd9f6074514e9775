root=-
about="one service is stopped by hand"
. "$root_folder/proof/stacks/edge.sh"
project() { edge; }
inject() { healthy_first; edge_upload; docker compose stop --timeout 1 store; }
working() { edge_answers; }
intact() { edge_keeps; }

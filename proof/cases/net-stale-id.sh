part=yes
about="the network of the stopped containers was removed"
. "$root_folder/proof/stacks/shop.sh"
project() { shop; }
inject() { healthy_first; docker compose stop --timeout 1; docker network rm "${COMPOSE_PROJECT_NAME}_default"; }
working() { shop_open; }
intact() { lamp_is_there; }

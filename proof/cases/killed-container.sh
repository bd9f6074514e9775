root=-
about="a running container is killed"
. "$root_folder/proof/stacks/shop.sh"
project() { shop; }
inject() { healthy_first; docker kill "$COMPOSE_PROJECT_NAME-api-1"; }
working() { shop_open; }
intact() { lamp_is_there; }

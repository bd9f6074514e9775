root=-
about="a running container is removed"
. "$root_folder/proof/stacks/shop.sh"
project() { shop; }
inject() { healthy_first; docker rm -f "$COMPOSE_PROJECT_NAME-web-1"; }
working() { shop_open; }
intact() { lamp_is_there; }

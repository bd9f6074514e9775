about="a container of another project publishes the port"
. "$root_folder/proof/stacks/shop.sh"
project() { shop; }
inject() { docker run -d --name "$COMPOSE_PROJECT_NAME-holder" -p 25000:80 hale.local/stand-in/nginx:1.26; }
eject() { docker rm -f "$COMPOSE_PROJECT_NAME-holder"; }
working() { shop_open 25001; }
intact() { lamp_is_there && docker inspect -f '{{.State.Running}}' "$COMPOSE_PROJECT_NAME-holder" | grep -qx true; }

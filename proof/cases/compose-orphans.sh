about="a service was renamed, and its old container holds the port"
. "$root_folder/proof/stacks/page.sh"
project() { page 25081; }
inject() { healthy_first; sed -i 's/^  web:/  front:/' compose.yaml; }
working() { answers http://127.0.0.1:25081/ "a page"; }
intact() { docker inspect "$COMPOSE_PROJECT_NAME-web-1"; }

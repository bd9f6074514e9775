part=yes
about=".env is missing, its template is there"
. "$root_folder/proof/stacks/shop.sh"
project() { shop; printf 'DB_PASSWORD=from-the-template\nWEB_PORT=25002\n' >.env.example; sed -i 's/:-first//; s/:-25000/:?set the port/' compose.yaml; }
working() { shop_open 25002; }
intact() { lamp_is_there; }

root=-
about="down and up again: the database keeps its data"
. "$root_folder/proof/stacks/shop.sh"
project() { shop; }
inject() { healthy_first; in_service db psql -U shop -d shop -c "INSERT INTO goods VALUES ('chair')"; "$HALE" down; }
working() { shop_open; }
intact() { lamp_is_there && in_service db psql -U shop -d shop -tAc "SELECT name FROM goods" | grep -qx chair; }

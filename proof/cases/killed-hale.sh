root=-
part=yes
about="an earlier hale was killed in the middle of its run"
. "$root_folder/proof/stacks/shop.sh"
project() { shop; }
inject() { "$HALE" docker --yes --quiet >/dev/null 2>&1 & local run=$!; sleep 1.5; kill -9 $run; wait $run; }
working() { shop_open; }
intact() { lamp_is_there; }

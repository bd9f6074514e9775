part=yes
about="a program of the machine listens on the published port"
. "$root_folder/proof/stacks/shop.sh"
project() { shop; }
inject() { python3 -m http.server 25000 >/dev/null 2>&1 & echo $! >"$aside/holder"; sleep 0.5; }
eject() { kill "$(cat "$aside/holder")"; }
working() { shop_open 25001; }
intact() { lamp_is_there && kill -0 "$(cat "$aside/holder")"; }

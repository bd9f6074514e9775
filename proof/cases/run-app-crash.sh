part=yes
about="the API has a fault in its code"
mend=no
. "$root_folder/proof/stacks/shop.sh"
project() { shop; }
inject() { sed -i '1i raise ValueError("no shop today")' api.py; }
intact() { lamp_is_there; }

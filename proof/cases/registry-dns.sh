about="an image is at a registry whose name does not exist"
mend=no
. "$root_folder/proof/stacks/queue.sh"
project() { queue; sed -i '0,/hale.local\/stand-in\/python/s//registry.shop.invalid\/python/' compose.yaml; }

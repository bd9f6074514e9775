part=yes
about="an image is at a registry where nothing answers"
mend=no
. "$root_folder/proof/stacks/queue.sh"
project() { queue; sed -i '0,/hale.local\/stand-in\/python/s//127.0.0.1:25092\/python/' compose.yaml; }

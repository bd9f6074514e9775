about="a service has neither an image nor a build"
mend=no
. "$root_folder/proof/stacks/queue.sh"
project() { queue; }
inject() { sed -i '0,/^    image: hale.local\/stand-in\/redis:7/{//d}' compose.yaml; }

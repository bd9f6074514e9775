about="the tag of an image does not exist"
mend=no
. "$root_folder/proof/stacks/queue.sh"
project() { queue; sed -i 's|image: hale.local/stand-in/redis:7|image: redis:7.99-trixy|' compose.yaml; }

about="the Compose file is indented with a tab"
mend=no
. "$root_folder/proof/stacks/queue.sh"
project() { queue; }
inject() { sed -i 's/^    image: hale.local\/stand-in\/redis:7/\timage: hale.local\/stand-in\/redis:7/' compose.yaml; }

about="a volume is used and not declared"
mend=no
. "$root_folder/proof/stacks/queue.sh"
project() { queue; }
inject() { sed -i '/^volumes:$/,$d' compose.yaml; }

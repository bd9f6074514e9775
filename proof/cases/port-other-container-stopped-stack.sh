root=port-other-container
about="while the stack was down, another project took its port"
. "$root_folder/proof/stacks/queue.sh"
project() { queue; }
inject() { healthy_first; queue_mark; "$HALE" down; docker run -d --name hale-faults-holder-queue -p 25020:80 hale.local/stand-in/nginx:1.26; }
eject() { docker rm -f hale-faults-holder-queue; }
working() { queue_works 25021; }
intact() { queue_keeps; }

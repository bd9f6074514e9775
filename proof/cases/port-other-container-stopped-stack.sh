root=port-other-container
about="while the stack was down, another project took its port"
. "$root_folder/proof/stacks/queue.sh"
project() { queue; }
inject() { healthy_first; queue_mark; "$HALE" down; docker run -d --name "$COMPOSE_PROJECT_NAME-holder" -p 25020:80 hale.local/stand-in/nginx:1.26; }
eject() { docker rm -f "$COMPOSE_PROJECT_NAME-holder"; }
working() { queue_works 25021; }
intact() { queue_keeps; }

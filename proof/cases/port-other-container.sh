about="a container of another project publishes the port"
. "$root_folder/proof/stacks/shop.sh"
project() { shop; }
inject() { docker run -d --name hale-faults-holder -p 18650:80 hale.local/stand-in/nginx:1.26; }
eject() { docker rm -f hale-faults-holder; }
working() { shop_open 18651; }
intact() { lamp_is_there && docker inspect -f '{{.State.Running}}' hale-faults-holder | grep -qx true; }

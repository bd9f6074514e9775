about="the registry was asked too often in a short time"
mend=no
. "$root_folder/proof/stacks/queue.sh"
. "$root_folder/proof/stacks/registry.sh"
project() { queue; sed -i '0,/hale.local\/stand-in\/python:3.13-slim/s//127.0.0.1:25095\/shop\/worker:2/' compose.yaml; }
inject() { registry_says 25095 429 TOOMANYREQUESTS "Too Many Requests"; }
eject() { registry_ends; }

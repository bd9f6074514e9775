part=yes
about="the registry counts pulls and gives no more"
mend=no
. "$root_folder/proof/stacks/queue.sh"
. "$root_folder/proof/stacks/registry.sh"
project() { queue; sed -i '0,/hale.local\/stand-in\/python:3.13-slim/s//127.0.0.1:25095\/shop\/worker:2/' compose.yaml; }
inject() { registry_says 25095 429 TOOMANYREQUESTS "toomanyrequests: You have reached your pull rate limit"; }
eject() { registry_ends; }

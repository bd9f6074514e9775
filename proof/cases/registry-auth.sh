about="the registry asks for a login"
mend=no
. "$root_folder/proof/stacks/queue.sh"
. "$root_folder/proof/stacks/registry.sh"
project() { queue; sed -i '0,/hale.local\/stand-in\/python:3.13-slim/s//127.0.0.1:25097\/shop\/worker:2/' compose.yaml; }
inject() { registry_says 25097 401 UNAUTHORIZED "authentication required"; }
eject() { registry_ends; }

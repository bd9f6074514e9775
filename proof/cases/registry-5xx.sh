about="the registry answers with an error of its own"
mend=no
. "$root_folder/proof/stacks/queue.sh"
. "$root_folder/proof/stacks/registry.sh"
project() { queue; sed -i '0,/hale.local\/stand-in\/python:3.13-slim/s//127.0.0.1:25096\/shop\/worker:2/' compose.yaml; }
inject() { registry_says 25096 503 UNAVAILABLE "the service is unavailable"; }
eject() { registry_ends; }

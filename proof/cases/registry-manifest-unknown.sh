about="the registry has no such tag"
mend=no
. "$root_folder/proof/stacks/queue.sh"
. "$root_folder/proof/stacks/registry.sh"
project() { queue; sed -i '0,/hale.local\/stand-in\/python:3.13-slim/s//127.0.0.1:25094\/shop\/worker:2/' compose.yaml; }
inject() { registry_says 25094 404 MANIFEST_UNKNOWN "manifest unknown"; }
eject() { registry_ends; }

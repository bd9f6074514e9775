about="a service reserves a GPU that the machine does not have"
mend=no
. "$root_folder/proof/stacks/page.sh"
project() { page 25087; sed -i 's|^    image: hale.local/stand-in/redis:7|&\n    deploy: {resources: {reservations: {devices: [{driver: nvidia, capabilities: [gpu]}]}}}|' compose.yaml; }

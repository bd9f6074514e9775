about="a service has a fixed address on a network without a range"
mend=no
. "$root_folder/proof/stacks/page.sh"
project() { page 25084; sed -i 's|^    image: hale.local/stand-in/redis:7|&\n    networks: {default: {ipv4_address: 10.231.80.5}}|' compose.yaml; }

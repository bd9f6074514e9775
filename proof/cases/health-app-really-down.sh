part=yes
about="the health check asks at a port on which the service does not listen"
mend=no
. "$root_folder/proof/stacks/queue.sh"
project() { queue; sed -i 's|http://127.0.0.1:8000/|http://127.0.0.1:9000/|; s/retries: 10/retries: 3/' compose.yaml; }

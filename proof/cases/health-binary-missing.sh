part=yes
about="the health check asks with curl, which the image does not have"
. "$root_folder/proof/stacks/queue.sh"
project() { queue; sed -i '/status"\]/,/healthcheck/s|test: \[.*\], interval|test: ["CMD-SHELL", "curl -f http://127.0.0.1:8000/ \|\| exit 1"], interval|; s/retries: 10/retries: 3/' compose.yaml; }
working() { queue_works; }

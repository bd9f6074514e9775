root=health-binary-missing
about="the health check runs wget, which the image of Node does not have"
. "$root_folder/proof/stacks/edge.sh"
project() { edge; sed -i 's|^  blog:$|  blog:\n    healthcheck: {test: ["CMD", "wget", "-qO-", "http://127.0.0.1:3000/"], interval: 1s, retries: 2}|' compose.yaml; }
working() { edge_answers; }

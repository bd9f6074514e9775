part=yes
about="two services publish the same port"
. "$root_folder/proof/stacks/edge.sh"
project() { edge; sed -i 's/^  shop:$/  shop:\n    ports: ["25030:8000"]/' compose.yaml; }
working() { in_service proxy curl -fsS http://127.0.0.1/shop/ && in_service proxy curl -fsS http://127.0.0.1/blog/; }

about="the subnet of the stack's network belongs to another network"
mend=no
. "$root_folder/proof/stacks/edge.sh"
project() { edge; sed -i 's|^  back: {}|  back: {ipam: {config: [{subnet: 10.23'$lane'.7.0/24}]}}|' compose.yaml; }
inject() { docker network create --subnet "10.23$lane.0.0/20" "$COMPOSE_PROJECT_NAME-overlap"; }
eject() { docker network rm "$COMPOSE_PROJECT_NAME-overlap"; }

part=yes
about="a container of another checkout has the fixed name"
. "$root_folder/proof/stacks/queue.sh"
project() { queue; sed -i 's/^  redis:$/  redis:\n    container_name: '$COMPOSE_PROJECT_NAME-the-redis'/' compose.yaml; }
inject() { docker run -d --name "$COMPOSE_PROJECT_NAME-the-redis" hale.local/stand-in/redis:7; }
eject() { docker rm -f "$COMPOSE_PROJECT_NAME-the-redis"; }
working() { queue_works; }
intact() { docker inspect -f '{{.State.Running}}' "$COMPOSE_PROJECT_NAME-the-redis" | grep -qx true; }

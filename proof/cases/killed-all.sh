root=-
about="every container is killed at once, as when the power fails"
. "$root_folder/proof/stacks/queue.sh"
project() { queue; }
inject() { healthy_first; queue_mark; docker ps -q --filter "label=com.docker.compose.project=$COMPOSE_PROJECT_NAME" | xargs docker kill; }
working() { queue_works; }
intact() { queue_keeps; }

part=yes
about="the queue is paused"
. "$root_folder/proof/stacks/queue.sh"
project() { queue; }
inject() { healthy_first; queue_mark; docker pause "$COMPOSE_PROJECT_NAME-redis-1"; }
working() { queue_works; }
intact() { queue_keeps; }

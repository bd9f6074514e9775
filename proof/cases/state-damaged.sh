root=-
part=yes
about="Hale's own files in the project were cut off in the middle"
. "$root_folder/proof/stacks/queue.sh"
project() { queue; }
inject() { healthy_first; queue_mark; find .hale -type f -exec truncate -s 7 {} +; docker kill "$COMPOSE_PROJECT_NAME-worker-1"; }
working() { queue_works; }
intact() { queue_keeps; }

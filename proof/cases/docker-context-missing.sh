about="DOCKER_CONTEXT names a context that does not exist"
mend=no
. "$root_folder/proof/stacks/queue.sh"
project() { queue; }
run() { DOCKER_CONTEXT=staging "$@"; }

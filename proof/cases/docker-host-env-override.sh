part=yes
about="DOCKER_HOST names an engine that is not there"
mend=no
. "$root_folder/proof/stacks/queue.sh"
project() { queue; }
run() { DOCKER_HOST=tcp://127.0.0.1:25090 "$@"; }

part=yes
about="the context in use leads to a machine that does not answer"
mend=no
. "$root_folder/proof/stacks/queue.sh"
project() { queue; }
run() {
  export DOCKER_CONFIG="$aside/context"
  mkdir -p "$DOCKER_CONFIG" && docker context create away --docker host=tcp://127.0.0.1:25091 >/dev/null 2>&1
  DOCKER_CONTEXT=away "$@"
}

root=docker-unavailable-here
also="compose-plugin-missing docker-cli-missing buildx-missing"
about="the docker command is not on the PATH, and the user may not install anything"
mend=no
. "$root_folder/proof/stacks/queue.sh"
project() { queue; }
run() {
  mkdir -p "$aside/path"
  find /usr/bin /bin -maxdepth 1 -not -name 'docker*' -exec ln -sfn -t "$aside/path" {} +
  PATH=$aside/path as_nobody "$@"
}

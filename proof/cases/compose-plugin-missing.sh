root=docker-unavailable-here
also="compose-plugin-missing docker-cli-missing buildx-missing"
about="the Compose plugin is gone, and the user may not install anything"
mend=no
. "$root_folder/proof/stacks/queue.sh"
project() { queue; }
run() { export -f as_nobody; hidden "$(plugins)" bash -c 'as_nobody "$@"' as_nobody "$@"; }
plugins() { dirname "$(docker info -f '{{range .ClientInfo.Plugins}}{{if eq .Name "compose"}}{{.Path}}{{end}}{{end}}')"; }

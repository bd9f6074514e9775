about="the project's name holds a capital and a space"
mend=no
. "$root_folder/proof/stacks/page.sh"
project() { page 25086; }
run() { COMPOSE_PROJECT_NAME="My Page" "$@"; }

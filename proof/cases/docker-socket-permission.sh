part=yes
about="the user may not use the Docker socket"
mend=no
. "$root_folder/proof/stacks/queue.sh"
project() { queue; }
run() { chmod -R a+rwX .; setpriv --reuid=65534 --regid=65534 --clear-groups env HOME="$PWD/.home" "$@"; }

about="the network of a proxy that is not up is expected to be there"
. "$root_folder/proof/stacks/page.sh"
project() { page 25082; printf 'networks:\n  default: {external: true, name: hale-faults-proxy}\n' >>compose.yaml; }
eject() { docker compose down --timeout 1; docker network rm hale-faults-proxy; }
working() { answers http://127.0.0.1:25082/ "a page"; }

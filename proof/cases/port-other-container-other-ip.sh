root=port-other-container
part=yes
about="a container of another project holds the port at one address"
. "$root_folder/proof/stacks/page.sh"
project() { page 25008; }
inject() { docker run -d --name "$COMPOSE_PROJECT_NAME-holder" -p 127.0.0.1:25008:80 hale.local/stand-in/nginx:1.26; }
eject() { docker rm -f "$COMPOSE_PROJECT_NAME-holder"; }
working() { answers http://127.0.0.1:25009/ "a page"; }

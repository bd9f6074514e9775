root=port-other-container
about="a container of another project holds the port at one address"
. "$root_folder/proof/stacks/page.sh"
project() { page 18663; }
inject() { docker run -d --name hale-faults-holder-ip -p 127.0.0.1:18663:80 hale.local/stand-in/nginx:1.26; }
eject() { docker rm -f hale-faults-holder-ip; }
working() { answers http://127.0.0.1:18664/ "a page"; }

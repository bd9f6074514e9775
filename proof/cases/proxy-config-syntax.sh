about="a semicolon is missing in the configuration of nginx"
mend=no
. "$root_folder/proof/stacks/edge.sh"
project() { edge; sed -i 's|http://blog:3000;|http://blog:3000|' proxy.conf; }

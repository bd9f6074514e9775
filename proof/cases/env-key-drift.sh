part=yes
about=".env lacks a variable that the Compose file requires and its template has"
. "$root_folder/proof/stacks/settings.sh"
project() { settings; }
inject() { printf 'GREETING=hello\nCACHE=cache\nPAGE_PORT=25041\n' >.env; }
working() { settings_greet 25041; }
intact() { grep -qx PAGE_PORT=25041 .env; }

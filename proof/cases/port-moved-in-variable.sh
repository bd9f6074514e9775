about="a port is held, and a variable of another service names it"
. "$root_folder/proof/stacks/page.sh"
project() { page 25008; sed -i '0,/^    ports: .*/s//&\n    environment: { PAGE_URL: "http:\/\/localhost:25008\/" }/' compose.yaml; }
inject() { listen_at 25008; }
eject() { let_go; }
also="port-host-process"
working() { answers http://127.0.0.1:25009/ "a page" && in_service web printenv PAGE_URL | grep -qx http://localhost:25009/; }
intact() { still_listens; }

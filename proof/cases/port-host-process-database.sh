root=port-host-process
about="a database of the machine holds the port of the stack's own"
. "$root_folder/proof/stacks/ledger.sh"
project() { ledger; sed -i 's/^  db:$/  db:\n    ports: ["25060:5432"]/' compose.yaml; }
inject() { listen_at 25060; }
eject() { let_go; }
working() { ledger_reports; }
intact() { still_listens && ledger_keeps rent 700; }

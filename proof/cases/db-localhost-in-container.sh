part=yes
about="PGHOST is localhost in a container"
. "$root_folder/proof/stacks/ledger.sh"
project() { ledger; sed -i 's/PGHOST: db/PGHOST: localhost/' compose.yaml; }
working() { ledger_reports; }
intact() { ledger_keeps rent 700; }

about="PGPORT is the port of the host, used in a container"
. "$root_folder/proof/stacks/ledger.sh"
project() { ledger; sed -i 's/^  db:$/  db:\n    ports: ["127.0.0.1:25061:5432"]/; s/PGHOST: db/PGPORT: "25061", PGHOST: db/' compose.yaml; }
working() { ledger_reports; }
intact() { ledger_keeps rent 700; }

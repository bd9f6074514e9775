about="the migration asks in the first second of the database's first start"
. "$root_folder/proof/stacks/ledger.sh"
project() { ledger; sed -i 's/^    depends_on: {db: {condition: service_healthy}}/    depends_on: [db]/' compose.yaml; }
working() { ledger_reports; }
intact() { ledger_keeps rent 700; }

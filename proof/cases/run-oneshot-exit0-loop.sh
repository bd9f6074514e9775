about="a job that ends well is restarted again and again"
. "$root_folder/proof/stacks/ledger.sh"
project() { ledger; sed -i 's/^  migrate:$/  migrate:\n    restart: always/; s/{migrate: {condition: service_completed_successfully}}/[migrate]/' compose.yaml; }
working() { ledger_reports; }
intact() { ledger_keeps rent 700; }

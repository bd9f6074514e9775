about="a service waits for the health of a job whose work is over"
. "$root_folder/proof/stacks/ledger.sh"
project() { ledger; sed -i 's/{migrate: {condition: service_completed_successfully}}/{migrate: {condition: service_healthy}}/; s/^  migrate:$/  migrate:\n    healthcheck: {test: ["CMD", "true"], interval: 2s}/' compose.yaml; }
working() { ledger_reports; }
intact() { ledger_keeps rent 700; }

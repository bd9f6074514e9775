root=-
part=yes
about="the database is killed while others use it"
. "$root_folder/proof/stacks/ledger.sh"
project() { ledger; }
inject() { healthy_first; ledger_entry deposit 1400; docker kill "$COMPOSE_PROJECT_NAME-db-1"; }
working() { ledger_reports "deposit 1400"; }
intact() { ledger_keeps deposit 1400; }

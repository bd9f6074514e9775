about="POSTGRES_DB was changed after the volume was made"
. "$root_folder/proof/stacks/ledger.sh"
project() { ledger; }
inject() { healthy_first; ledger_entry deposit 1400; "$HALE" down; echo "DB_NAME=books" >.env; }
working() { ledger_reports; }
intact() { ledger_keeps deposit 1400; }

part=yes
about="the password in .env is newer than the volume of the database"
. "$root_folder/proof/stacks/ledger.sh"
project() { ledger; }
inject() { healthy_first; ledger_entry deposit 1400; "$HALE" down; echo "DB_PASSWORD=second" >.env; }
working() { ledger_reports "deposit 1400"; }
intact() { ledger_keeps rent 700 && ledger_keeps deposit 1400; }

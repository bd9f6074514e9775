part=yes
about="POSTGRES_USER was changed after the volume was made"
. "$root_folder/proof/stacks/ledger.sh"
project() { ledger; }
inject() { export DB_ROLE=postgres; healthy_first; ledger_entry deposit 1400; "$HALE" down; unset DB_ROLE; }
working() { ledger_reports "deposit 1400"; }
intact() { ledger_keeps deposit 1400 ledger postgres; }

root=oom-container-limit
about="the database has a memory limit under which it cannot run"
. "$root_folder/proof/stacks/ledger.sh"
project() { ledger; }
inject() { healthy_first; ledger_entry deposit 1400; "$HALE" down; sed -i 's/^  db:$/  db:\n    mem_limit: 12m\n    memswap_limit: 12m/' compose.yaml; }
working() { ledger_reports "deposit 1400"; }
intact() { ledger_keeps deposit 1400; }

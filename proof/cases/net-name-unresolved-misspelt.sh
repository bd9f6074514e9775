root=net-name-unresolved
about="the name of the service that is asked is misspelt"
mend=no
. "$root_folder/proof/stacks/ledger.sh"
project() { ledger; sed -i 's/PGHOST: db/PGHOST: bd/' compose.yaml; }

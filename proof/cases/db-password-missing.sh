about="the database was given no password"
mend=no
. "$root_folder/proof/stacks/ledger.sh"
project() { ledger; sed -i 's/"${DB_PASSWORD:-first}", POSTGRES_DB/"", POSTGRES_DB/' compose.yaml; }

about="a stray file lies in the empty volume of the database"
. "$root_folder/proof/stacks/ledger.sh"
project() { ledger; }
inject() { docker compose run --rm --no-deps --entrypoint sh db -c "echo keep >/var/lib/postgresql/data/.gitkeep"; }
working() { ledger_reports; }
intact() { in_service db cat /var/lib/postgresql/data/.gitkeep | grep -qx keep; }

about="the volume was made by an older PostgreSQL"
mend=no
. "$root_folder/proof/stacks/ledger.sh"
project() { ledger; }
inject() { healthy_first; ledger_entry deposit 1400; "$HALE" down; docker compose run --rm --no-deps --entrypoint sh db -c "echo 15 >/var/lib/postgresql/data/PG_VERSION"; }
intact() {
  docker compose run --rm --no-deps --entrypoint sh db -c "echo 17 >/var/lib/postgresql/data/PG_VERSION"
  docker compose up -d --wait --no-deps db && ledger_keeps deposit 1400
}

root=-
also=db-password-old-volume
about="a hale that gives the database its new password is killed on the way"
. "$root_folder/proof/stacks/ledger.sh"
project() { ledger; }
inject() {
  healthy_first
  ledger_entry deposit 1400
  echo "DB_PASSWORD=second" >.env
  "$HALE" docker --yes --json >"$aside/first.json" 2>/dev/null &
  local run=$! tries=0
  until grep -q db-password-old-volume "$aside/first.json" || [ $((tries += 1)) -gt 600 ]; do sleep 0.05; done
  kill -9 $run
  wait $run
}
working() { ledger_reports "deposit 1400"; }
intact() { ledger_keeps rent 700 && ledger_keeps deposit 1400; }

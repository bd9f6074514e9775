part=yes
about="a service is on no network with the one that it asks"
. "$root_folder/proof/stacks/ledger.sh"
project() {
  ledger
  sed -i 's/^  db:$/  db:\n    networks: [inner]/; s/^  migrate:$/  migrate:\n    networks: [inner]/' compose.yaml
  printf 'networks: {inner: {}}\n' >>compose.yaml
}
working() { ledger_reports; }
intact() { ledger_keeps rent 700; }

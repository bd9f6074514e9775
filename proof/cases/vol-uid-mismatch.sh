about="a new volume is root's, and the service is not"
mend=no
. "$root_folder/proof/stacks/ledger.sh"
project() { ledger; sed -i 's/^  report:$/  report:\n    user: "1000:1000"/' compose.yaml; }
intact() { ledger_keeps rent 700; }

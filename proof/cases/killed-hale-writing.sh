root=env-crlf
part=yes
about="a hale that writes .env anew is killed at four moments, each taken back"
. "$root_folder/proof/stacks/settings.sh"
project() { settings; sed -i 's/$/\r/' .env; }
inject() {
  local pause run tries
  cp .env "$aside/old" && tr -d '\r' <.env >"$aside/new" && ls -A >"$aside/files"
  for pause in 0 0.01 0.05 0.5; do
    "$HALE" docker --yes --quiet >/dev/null 2>&1 &
    run=$! tries=0
    until grep -qs '"begin":{"fault":"env-crlf"' .hale/journal.jsonl || [ $((tries += 1)) -gt 3000 ]; do sleep 0.01; done
    sleep $pause
    kill -9 $run
    wait $run
    { is_old_or_new && "$HALE" undo && cmp .env "$aside/old"; } || echo "killed after $pause s" >>"$aside/wrong"
    rm -f .hale/journal.jsonl
  done
}
# The file is the one or the other, nothing else lies beside it, and the journal says which.
is_old_or_new() {
  local told
  told=$("$HALE" undo --list) && ls -A | grep -vx .hale | diff - "$aside/files" || return
  if cmp .env "$aside/old"; then grep "broken off before it changed anything" <<<"$told"; else cmp .env "$aside/new" && ! grep "before it changed" <<<"$told"; fi
}
working() { settings_greet; }
intact() { [ ! -e "$aside/wrong" ]; }

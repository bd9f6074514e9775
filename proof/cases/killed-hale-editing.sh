root=-
about="a hale that writes a missing .env is killed as soon as it does"
. "$root_folder/proof/stacks/settings.sh"
project() { settings; rm .env; }
inject() {
  "$HALE" docker --yes --quiet >/dev/null 2>&1 &
  local run=$! tries=0
  until [ -e .env ] || [ $((tries += 1)) -gt 2000 ]; do sleep 0.01; done
  kill -9 $run
  wait $run
}
working() { settings_greet; }

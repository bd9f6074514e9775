root=-
also=port-other-container
about="two hales in a row are killed in the middle, over a taken port"
. "$root_folder/proof/stacks/queue.sh"
project() { queue; }
inject() {
  docker run -d --name "$COMPOSE_PROJECT_NAME-holder" -p 25020:80 hale.local/stand-in/nginx:1.26
  local wait run
  for wait in 1 2.5; do
    "$HALE" docker --yes --quiet >/dev/null 2>&1 & run=$!
    sleep $wait
    kill -9 $run
    wait $run
  done
}
eject() { docker rm -f "$COMPOSE_PROJECT_NAME-holder"; }
working() { queue_works 25021; }

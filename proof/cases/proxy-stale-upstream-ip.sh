part=yes
about="the service behind nginx was made anew at another address"
. "$root_folder/proof/stacks/edge.sh"
project() { edge; }
inject() {
  healthy_first
  edge_upload
  docker rm -f "$COMPOSE_PROJECT_NAME-blog-1"
  docker run -d --name "$COMPOSE_PROJECT_NAME-between" --network "${COMPOSE_PROJECT_NAME}_front" hale.local/stand-in/redis:7
  docker compose up -d --no-deps blog
  sleep 3
}
eject() { docker rm -f "$COMPOSE_PROJECT_NAME-between"; }
working() { edge_answers; }
intact() { edge_keeps; }

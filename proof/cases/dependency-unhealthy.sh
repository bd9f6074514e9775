root=-
about="the cache became healthy only after Compose had given it up"
. "$root_folder/proof/stacks/page.sh"
project() {
  page 25088
  sed -i 's|^    healthcheck: .*|    command: ["sh", "-c", "(sleep 8; touch /tmp/ready) \& exec redis-server"]\n    healthcheck: {test: ["CMD", "test", "-e", "/tmp/ready"], interval: 2s, retries: 2}|' compose.yaml
}
inject() { docker compose up -d; sleep 8; }
working() { answers http://127.0.0.1:25088/ "a page"; }

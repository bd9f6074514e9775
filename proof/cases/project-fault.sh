part=yes
about="the project describes a fault of its own and the command that mends it"
project() {
  cat >compose.yaml <<'YAML'
services:
  api:
    image: hale.local/stand-in/redis:7
    entrypoint: ["sh", "-c", "until test -e /tmp/index; do echo 'error: index goods does not exist'; sleep 1; done; exec sleep 600"]
    healthcheck: {test: ["CMD", "test", "-e", "/tmp/index"], interval: 1s, retries: 2}
x-hale:
  faults:
    - name: search-index-missing
      match: "index .* does not exist"
      cause: The search index was never built
      command: [sh, -c, "touch /tmp/index"]
YAML
}

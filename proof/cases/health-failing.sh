about="a health check asks for what the service never does"
mend=no
project() {
  cat >compose.yaml <<'YAML'
services:
  cache:
    image: hale.local/stand-in/redis:7
    healthcheck: {test: ["CMD-SHELL", "echo 'queue is stuck'; exit 1"], interval: 1s, retries: 2}
YAML
}

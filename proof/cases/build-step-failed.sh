part=yes
about="a command of the Dockerfile fails"
mend=no
project() {
  cat >compose.yaml <<'YAML'
services:
  cache: {image: "hale.local/stand-in/redis:7"}
  api: {build: .}
YAML
  printf 'FROM hale.local/stand-in/debian:trixie-slim\nRUN echo "error: two licences are in conflict" >&2 && exit 4\n' >Dockerfile
}

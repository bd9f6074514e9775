about="the port behind the colon is not the one on which the program listens"
. "$root_folder/proof/stacks/page.sh"
project() {
  page 25072
  cat >>compose.yaml <<'YAML'
  admin:
    image: hale.local/stand-in/python:3.13-slim
    command: ["python3", "-m", "http.server", "8000", "--directory", "/srv/page"]
    volumes: ["./page:/srv/page:ro"]
    ports: ["25073:8080"]
    init: true
YAML
}
working() { answers http://127.0.0.1:25072/ "a page" && answers http://127.0.0.1:25073/ "a page"; }

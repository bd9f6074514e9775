part=yes
about="a server was changed to listen at 127.0.0.1 alone"
. "$root_folder/proof/stacks/page.sh"
project() {
  page 25070
  cat >>compose.yaml <<'YAML'
  admin:
    image: hale.local/stand-in/python:3.13-slim
    command: ["python3", "-m", "http.server", "8000", "--bind", "127.0.0.1", "--directory", "/srv/page"]
    volumes: ["./page:/srv/page:ro"]
    ports: ["25071:8000"]
    init: true
YAML
}
working() { answers http://127.0.0.1:25070/ "a page" && answers http://127.0.0.1:25071/ "a page"; }

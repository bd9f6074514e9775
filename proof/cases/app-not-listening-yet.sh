about="a server compiles for longer than it has time"
. "$root_folder/proof/stacks/page.sh"
project() {
  page 25074
  cat >>compose.yaml <<'YAML'
  admin:
    image: hale.local/stand-in/python:3.13-slim
    command: ["sh", "-c", "echo compiling; sleep 75; exec python3 -m http.server 8000 --directory /srv/page"]
    volumes: ["./page:/srv/page:ro"]
    ports: ["25075:8000"]
    init: true
YAML
}
working() { answers http://127.0.0.1:25074/ "a page" && answers http://127.0.0.1:25075/ "a page"; }

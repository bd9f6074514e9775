about="a child of the worker takes 64 MiB under a limit of 24 MiB"
. "$root_folder/proof/stacks/page.sh"
project() {
  page 25080
  cat >>compose.yaml <<'YAML'
  thumbnails:
    image: hale.local/stand-in/python:3.13-slim
    command: ["sh", "-c", "python3 -c 'x = bytearray(64 << 20)' || exit 5; exec sleep 3600"]
    mem_limit: 24m
    memswap_limit: 24m
    init: true
YAML
}
working() { answers http://127.0.0.1:25080/ "a page"; }

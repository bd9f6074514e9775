part=yes
about="a worker takes 40 MiB under a limit of 24 MiB"
project() {
  cat >compose.yaml <<'YAML'
services:
  cache:
    image: hale.local/stand-in/redis:7
  worker:
    image: hale.local/stand-in/python:3.13-slim
    command: ["python3", "-c", "import time; x = bytearray(40 << 20); time.sleep(3600)"]
    deploy: {resources: {limits: {memory: 24M}}}
YAML
}

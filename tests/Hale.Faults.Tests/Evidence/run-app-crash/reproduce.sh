#!/bin/sh
# seen: a traceback; one in files of the project, one of which is copied into the image and one mounted; an exit code without a word. clear: a one-shot that did its work.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  api:
    image: hale.local/stand-in/python:3.13-slim
    command: ["python3", "-c", "import json\njson.loads('{')"]
YAML
docker compose up -d >/dev/null 2>&1
sleep 1
record seen-a-traceback
blind blind-no-engine
gone

building own <<'DOCKERFILE'
FROM hale.local/stand-in/python:3.13-slim
WORKDIR /app
COPY api/ .
CMD ["python3", "-m", "shop.main"]
DOCKERFILE
cat >compose.yaml <<'YAML'
services:
  api:
    build: .
  job:
    image: hale.local/stand-in/python:3.13-slim
    command: ["python3", "/work/count.py"]
    volumes: ["./jobs:/work:ro"]
YAML
mkdir -p api/shop jobs
printf 'def start():\n    raise RuntimeError("no queue")\n' >api/shop/queue.py
printf 'from shop import queue\n\nqueue.start()\n' >api/shop/main.py
printf 'rows = {}\nprint(rows["total"])\n' >jobs/count.py
docker compose up -d --build >/dev/null 2>&1
sleep 2
record seen-in-files-of-the-project
gone

project silent <<'YAML'
services:
  api:
    image: hale.local/stand-in/redis:7
    entrypoint: ["sh", "-c", "exit 3"]
YAML
docker compose up -d >/dev/null 2>&1
sleep 1
record seen-without-a-word
gone

project clear <<'YAML'
services:
  job:
    image: hale.local/stand-in/redis:7
    entrypoint: ["sh", "-c", "echo 'error: 0 rows were wrong'"]
YAML
docker compose up -d >/dev/null 2>&1
sleep 1
record clear-work-done
gone

# A queue in Redis that is kept on a volume, a worker that empties it, and a status page that counts.
queue() {
  cat >compose.yaml <<'YAML'
services:
  redis:
    image: hale.local/stand-in/redis:7
    command: ["redis-server", "--appendonly", "yes", "--appendfsync", "always"]
    volumes: ["jobs:/data"]
    healthcheck: {test: ["CMD", "redis-cli", "ping"], interval: 2s, retries: 10}
  worker:
    image: hale.local/stand-in/python:3.13-slim
    command: ["python3", "-u", "/app/queue.py", "work"]
    environment: {REDIS_HOST: redis, REDIS_PORT: "6379"}
    volumes: ["./app:/app:ro"]
    depends_on: {redis: {condition: service_healthy}}
    healthcheck: {test: ["CMD", "test", "-e", "/tmp/works"], interval: 2s, retries: 10}
  status:
    image: hale.local/stand-in/python:3.13-slim
    command: ["python3", "-u", "/app/queue.py", "status"]
    environment: {REDIS_HOST: redis, REDIS_PORT: "6379"}
    volumes: ["./app:/app:ro"]
    ports: ["25020:8000"]
    depends_on: {redis: {condition: service_healthy}}
    healthcheck: {test: ["CMD", "python3", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/').read()"], interval: 2s, retries: 10}
volumes:
  jobs: {}
YAML
  mkdir -p app
  cat >app/queue.py <<'PYTHON'
import http.server, os, pathlib, signal, socket, sys, time

signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))


def ask(*words):
    with socket.create_connection((os.environ["REDIS_HOST"], int(os.environ["REDIS_PORT"])), 5) as line:
        line.sendall((" ".join(words) + "\r\n").encode())
        answer = line.recv(4096).decode().strip()
    if answer.startswith("-"):
        raise RuntimeError(f"redis says: {answer[1:]}")
    return answer.splitlines()[-1].lstrip("+:")


class Status(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        done = ask("GET", "done")
        self.send_response(200)
        self.end_headers()
        self.wfile.write(f"jobs done: {done}\n".encode())


if sys.argv[1] == "status":
    http.server.ThreadingHTTPServer(("0.0.0.0", 8000), Status).serve_forever()
while True:
    if ask("LPOP", "waiting") != "$-1":
        ask("INCR", "done")
        continue
    pathlib.Path("/tmp/works").touch()
    time.sleep(0.3)
PYTHON
}

# A job that is given to the queue must be done, and the status page must say so.
queue_works() {
  in_service redis redis-cli DEL waiting done && in_service redis redis-cli RPUSH waiting a b || return 1
  sleep 1.5
  answers http://127.0.0.1:${1:-25020}/ "jobs done: 2"
}

# A key that must survive whatever is done to the stack.
queue_mark() { in_service redis redis-cli SET order:1 "two lamps"; }
queue_keeps() { in_service redis redis-cli GET order:1 | grep -qx "two lamps"; }

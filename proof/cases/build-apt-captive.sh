about="who answers for the package archive gives a web page"
mend=no
project() {
  cat >compose.yaml <<'YAML'
services:
  app:
    build: {context: ., network: host}
YAML
  cat >Dockerfile <<'DOCKERFILE'
FROM hale.local/stand-in/debian:trixie-slim
RUN rm -rf /etc/apt/sources.list* && echo deb http://127.0.0.1:25048/debian trixie main >/etc/apt/sources.list
RUN apt-get update && apt-get install -y cowsay
CMD ["sleep", "infinity"]
DOCKERFILE
}
inject() {
  python3 - >/dev/null 2>&1 <<'PYTHON' &
import http.server


class Portal(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"<html>Welcome. Log in to go on.</html>")


http.server.ThreadingHTTPServer(("127.0.0.1", 25048), Portal).serve_forever()
PYTHON
  echo $! >"$aside/portal"
  sleep 0.7
}
eject() { kill "$(cat "$aside/portal")"; }

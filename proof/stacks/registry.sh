# A registry of this machine that knows nothing and answers each question for an image with the same words.
# registry_says PORT STATUS ERROR_CODE MESSAGE; registry_ends ends it.
registry_says() {
  python3 - "$@" >/dev/null 2>&1 <<'PYTHON' &
import http.server, json, sys


class Registry(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        status = 200 if self.path == "/v2/" else int(sys.argv[2])
        body = json.dumps({} if status == 200 else {"errors": [{"code": sys.argv[3], "message": sys.argv[4]}]}).encode()
        self.send_response(status)
        self.send_header("Docker-Distribution-Api-Version", "registry/2.0")
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body if self.command == "GET" else b"")

    do_HEAD = do_GET


http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Registry).serve_forever()
PYTHON
  echo $! >"$aside/registry"
  sleep 0.7
}

registry_ends() { kill "$(cat "$aside/registry")"; rm -f "$aside/registry"; }

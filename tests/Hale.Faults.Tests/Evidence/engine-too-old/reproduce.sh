#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

# Engine 20.10 is not to be had here: this machine's own answers through a relay that says that version.
relay() {
  python3 - "$PWD/engine.sock" <<'END' &
import http.client, http.server, socket, socketserver, sys

class Engine(http.client.HTTPConnection):
    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.connect("/var/run/docker.sock")

class Relay(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        engine = Engine("engine")
        engine.request("GET", self.path)
        answer = engine.getresponse()
        body = answer.read().replace(b'"26.1.5+dfsg1"', b'"20.10.24"').replace(b'"1.45"', b'"1.41"')
        self.send_response(answer.status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
    def address_string(self):
        return ""
    def log_message(self, *said):
        pass

socketserver.ThreadingUnixStreamServer(sys.argv[1], Relay).serve_forever()
END
  relay=$!
  sleep 1
}

plain old
relay
DOCKER_HOST="unix://$PWD/engine.sock" record seen-replayed-engine-20-10
kill "$relay"

plain down
apart clear-daemon-down "$without_socket"

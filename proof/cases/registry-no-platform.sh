about="the registry has the image for another processor only"
mend=no
. "$root_folder/proof/stacks/queue.sh"
project() { queue; sed -i '0,/hale.local\/stand-in\/python:3.13-slim/s//127.0.0.1:25095\/shop\/worker:2/' compose.yaml; }
inject() {
  python3 - >/dev/null 2>&1 <<'PYTHON' &
import hashlib, http.server, json

INDEX = "application/vnd.oci.image.index.v1+json"
PART = {"mediaType": "application/vnd.oci.image.manifest.v1+json", "digest": "sha256:" + "1" * 64, "size": 500, "platform": {"os": "linux", "architecture": "s390x"}}
BODY = json.dumps({"schemaVersion": 2, "mediaType": INDEX, "manifests": [PART]}).encode()


class Registry(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", INDEX)
        self.send_header("Content-Length", str(len(BODY)))
        self.send_header("Docker-Content-Digest", "sha256:" + hashlib.sha256(BODY).hexdigest())
        self.end_headers()
        self.wfile.write(BODY if self.command == "GET" else b"")

    do_HEAD = do_GET


http.server.ThreadingHTTPServer(("127.0.0.1", 25095), Registry).serve_forever()
PYTHON
  echo $! >"$aside/registry"
  sleep 0.7
}
eject() { kill "$(cat "$aside/registry")"; }

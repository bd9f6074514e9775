#!/usr/bin/env python3
"""A registry that answers as failing registries do: failing-registries.py ADDRESS PORT [CERTIFICATE KEY]. What it says is told by the image's name."""
import hashlib
import http.server
import json
import ssl
import sys

INDEX = "application/vnd.oci.image.index.v1+json"
ANSWERS = {
    "limit": (429, "TOOMANYREQUESTS", "You have reached your unauthenticated pull rate limit. https://www.docker.com/increase-rate-limit"),
    "burst": (429, "TOOMANYREQUESTS", "Too Many Requests"),
    "allowed": (429, "TOOMANYREQUESTS", "retry-after: 408.173µs, allowed: 44000/minute"),
    "postgresql": (404, "MANIFEST_UNKNOWN", "manifest unknown"),
    "ours": (404, "MANIFEST_UNKNOWN", "manifest unknown"),
}


class Registry(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        name = next((part for part in self.path.split("/")[2:4] if part == "arm" or part in ANSWERS), "")
        if name == "arm":
            part = {"mediaType": "application/vnd.oci.image.manifest.v1+json", "digest": "sha256:" + "1" * 64, "size": 500, "platform": {"os": "linux", "architecture": "arm64"}}
            self.answer(200, INDEX, json.dumps({"schemaVersion": 2, "mediaType": INDEX, "manifests": [part]}))
        elif name in ANSWERS:
            code, word, message = ANSWERS[name]
            self.answer(code, "application/json", json.dumps({"errors": [{"code": word, "message": message}]}))
        else:
            self.answer(200, "application/json", "{}")

    do_HEAD = do_GET

    def answer(self, code, kind, body):
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body.encode())))
        if kind == INDEX:
            self.send_header("Docker-Content-Digest", "sha256:" + hashlib.sha256(body.encode()).hexdigest())
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body.encode())


server = http.server.ThreadingHTTPServer((sys.argv[1], int(sys.argv[2])), Registry)
if len(sys.argv) > 3:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[3], sys.argv[4])
    server.socket = context.wrap_socket(server.socket, server_side=True)
server.serve_forever()

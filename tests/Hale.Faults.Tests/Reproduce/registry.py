#!/usr/bin/env python3
"""A registry on loopback that answers as failing registries do. Ask it through the engine, whose words are the evidence:
curl -s --unix-socket /var/run/docker.sock http://d/v1.45/distribution/127.0.0.1:18955/limit/app:1/json (or broken, private, missing)."""
import http.server
import json

ANSWERS = {
    "limit": (429, "TOOMANYREQUESTS", "You have reached your unauthenticated pull rate limit. https://www.docker.com/increase-rate-limit"),
    "broken": (503, None, "<html>503 Service Unavailable</html>"),
    "private": (401, "UNAUTHORIZED", "authentication required"),
    "missing": (404, "MANIFEST_UNKNOWN", "manifest unknown"),
}


class Registry(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/v2/":
            self.answer(200, "application/json", "{}")
            return
        code, name, message = ANSWERS[self.path.split("/")[2]]
        body = json.dumps({"errors": [{"code": name, "message": message}]}) if name else message
        self.answer(code, "application/json" if name else "text/html", body)

    do_HEAD = do_GET

    def answer(self, code, kind, body):
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body.encode())


http.server.ThreadingHTTPServer(("127.0.0.1", 18955), Registry).serve_forever()

# Two networks: nginx and two upstreams in front, a store at the back that only one of them reaches. Uploads lie on a volume.
edge() {
  cat >compose.yaml <<'YAML'
services:
  proxy:
    image: hale.local/stand-in/nginx:1.26
    ports: ["25030:80"]
    volumes: ["./proxy.conf:/etc/nginx/conf.d/default.conf:ro"]
    networks: [front]
    depends_on: [shop, blog]
    healthcheck: {test: ["CMD-SHELL", "curl -fsS -m 2 http://127.0.0.1/shop/ && curl -fsS -m 2 http://127.0.0.1/blog/"], interval: 2s, retries: 5}
  shop:
    image: hale.local/stand-in/python:3.13-slim
    command: ["python3", "-u", "/app/shop.py", "--bind", "0.0.0.0"]
    volumes: ["./shop.py:/app/shop.py:ro", "uploads:/uploads"]
    networks: [front, back]
    depends_on: [store]
    init: true
  blog:
    image: hale.local/stand-in/node:20-slim
    command: ["node", "/app/blog.js"]
    volumes: ["./blog.js:/app/blog.js:ro"]
    networks: [front]
    init: true
  store:
    image: hale.local/stand-in/redis:7
    networks: [back]
    healthcheck: {test: ["CMD", "redis-cli", "ping"], interval: 2s, retries: 10}
networks:
  front: {}
  back: {}
volumes:
  uploads: {}
YAML
  cat >proxy.conf <<'NGINX'
error_log stderr;
server {
  listen 80;
  location /shop/ { proxy_pass http://shop:8000; }
  location /blog/ { proxy_pass http://blog:3000; }
}
NGINX
  cat >shop.py <<'PYTHON'
import http.server, socket, sys


class Shop(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        with socket.create_connection(("store", 6379), 3) as line:
            line.sendall(b"PING\r\n")
            answer = line.recv(64)
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"the store says " + answer)


http.server.ThreadingHTTPServer((sys.argv[2], 8000), Shop).serve_forever()
PYTHON
  echo "require('http').createServer((_, answer) => answer.end('a post\\n')).listen(3000);" >blog.js
}

edge_answers() { answers "http://127.0.0.1:${1:-25030}/shop/" "the store says +PONG" && answers "http://127.0.0.1:${1:-25030}/blog/" "a post"; }

# A file of which every byte must be there afterwards.
edge_upload() { in_service shop python3 -c "open('/uploads/photo', 'wb').write(bytes(range(256)) * 64)"; }
edge_keeps() { in_service shop sha256sum /uploads/photo | grep -q "^$(python3 -c "import hashlib; print(hashlib.sha256(bytes(range(256)) * 64).hexdigest())")"; }

about="the health check of nginx does not accept its own certificate"
. "$root_folder/proof/stacks/edge.sh"
project() {
  edge
  sed -i 's|"./proxy.conf:|"./certs:/etc/nginx/certs:ro", "./proxy.conf:|; s|curl -fsS -m 2 http://127.0.0.1/shop/ && curl -fsS -m 2 http://127.0.0.1/blog/|curl -fsS https://localhost/blog/|' compose.yaml
  sed -i 's|^  listen 80;|  listen 80;\n  listen 443 ssl;\n  ssl_certificate /etc/nginx/certs/server.crt;\n  ssl_certificate_key /etc/nginx/certs/server.key;|' proxy.conf
  mkdir certs
  openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=localhost -addext subjectAltName=DNS:localhost -keyout certs/server.key -out certs/server.crt
}
working() { edge_answers; }

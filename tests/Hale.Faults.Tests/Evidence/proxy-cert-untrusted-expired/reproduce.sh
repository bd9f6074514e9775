#!/bin/sh
# seen: the check asks over TLS and does not accept a certificate that is signed by itself; one of an authority it trusts that has expired. clear: nothing listens there. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  proxy:
    image: hale.local/stand-in/nginx:1.26
    volumes: ["./default.conf:/etc/nginx/conf.d/default.conf:ro", "./certs:/etc/nginx/certs:ro"]
    healthcheck: {test: "curl -fsS https://localhost/ || exit 1", interval: 1s, retries: 2}
YAML
echo 'server { listen 443 ssl; ssl_certificate /etc/nginx/certs/server.crt; ssl_certificate_key /etc/nginx/certs/server.key; location / { return 200; } }' >default.conf
mkdir certs
openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=localhost -addext subjectAltName=DNS:localhost -keyout certs/server.key -out certs/server.crt 2>/dev/null
docker compose up -d >/dev/null 2>&1
sleep 5
record seen-signed-by-itself
blind blind-no-engine
cp certs/server.crt certs/ca.crt
cp certs/server.key certs/ca.key
openssl req -new -newkey rsa:2048 -nodes -subj /CN=web.localhost -addext subjectAltName=DNS:localhost -keyout certs/server.key -out certs/server.csr 2>/dev/null
openssl x509 -req -in certs/server.csr -CA certs/ca.crt -CAkey certs/ca.key -copy_extensions copy -days -1 -out certs/server.crt 2>/dev/null
sed -i 's|curl |curl --cacert /etc/nginx/certs/ca.crt |' compose.yaml
docker compose up -d --force-recreate >/dev/null 2>&1
sleep 5
record seen-expired
echo 'server { listen 80; location / { return 200; } }' >default.conf
docker compose up -d --force-recreate >/dev/null 2>&1
sleep 5
record clear-nothing-listens
gone

#!/bin/sh
# seen: no certificate yet; one that ended, ends soon, lacks a host, or whose key is gone; one of another authority, or of one that ends; one that is not
# mounted, or made after the containers; a service that is to trust the authority. clear: the certificate is there; nginx lacks one of its own. blind: no Compose; a folder that may not be read.
. "$(dirname "$0")/../../Reproduce/lib.sh"
export XDG_DATA_HOME="$work/data"
authority="$work/data/hale/authority"

# wanting NAME: a project whose nginx wants the certificate.
wanting() {
  project "$1" <<'YAML'
services:
  web:
    image: hale.local/stand-in/nginx:1.26
    labels: { hale.certificates: /etc/nginx/certs }
YAML
}

# made: makes the certificate and its lines in the overlay.
made() { "$HALE" certs export "$work/out" --force >/dev/null; }

# lasting DAYS: puts one in its place that ends so many days from now, signed by the same authority.
lasting() {
  printf 'subjectAltName=DNS:localhost,DNS:*.localhost,IP:127.0.0.1,IP:::1,DNS:%s.localhost,DNS:*.%s.localhost\nauthorityKeyIdentifier=keyid\n' \
    "$COMPOSE_PROJECT_NAME" "$COMPOSE_PROJECT_NAME" >"$work/extensions"
  openssl req -new -key .hale/certificates/localhost-key.pem -subj /CN=localhost -out "$work/request" 2>/dev/null
  openssl x509 -req -in "$work/request" -CA "$authority/authority.pem" -CAkey "$authority/authority-key.pem" -set_serial 7 -days "$1" \
    -extfile "$work/extensions" -out .hale/certificates/localhost.pem 2>/dev/null
}

wanting seen
record seen-none-yet
apart blind-no-compose "$without_plugins"
made
record clear-it-is-there
"$HALE" overlay --clear >/dev/null
record seen-not-mounted
made
lasting 80
record seen-an-earlier-one-in-the-containers
lasting 20
record seen-ends-soon
lasting -1
record seen-ended
made
rm .hale/certificates/localhost-key.pem
record seen-without-its-key
made
openssl req -new -x509 -key "$authority/authority-key.pem" -subj /CN=soon -days 60 -out "$authority/authority.pem"
cp "$authority/authority.pem" .hale/certificates/authority.pem
lasting 50
record seen-the-authority-ends
made
rm -r "$authority"
record seen-of-another-authority

project host <<'YAML'
x-hale: { certificates: { hosts: [notes.test, shop.example.com] } }
services:
  web:
    image: hale.local/stand-in/nginx:1.26
YAML
sed -i 's/, shop.example.com//' compose.yaml
made
sed -i 's/notes.test/&, shop.example.com/' compose.yaml
record seen-lacks-a-host

project trusting <<'YAML'
x-hale: { certificates: { trust: [api] } }
services:
  api:
    image: hale.local/stand-in/debian:trixie-slim
    command: sleep infinity
YAML
made
"$HALE" overlay --clear >/dev/null
record seen-not-trusted

project own <<'YAML'
services:
  web:
    image: hale.local/stand-in/nginx:1.26
    volumes: ["./certs:/etc/nginx/certs", "./tls.conf:/etc/nginx/conf.d/default.conf"]
YAML
mkdir certs
printf 'server {\n  listen 443 ssl;\n  ssl_certificate /etc/nginx/certs/server.crt;\n  ssl_certificate_key /etc/nginx/certs/server.key;\n}\n' >tls.conf
try
record clear-nginx-lacks-one-of-its-own
gone

wanting hidden
made
apart_as_nobody blind-the-authority-may-not-be-read true

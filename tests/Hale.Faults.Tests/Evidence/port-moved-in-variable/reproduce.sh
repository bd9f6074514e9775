#!/bin/sh
# seen: a port was moved, and then a variable that names it came into the file; the same for a service that listens on that port itself, and for a value with
# a password in it. clear: once hale
# has told the service; a variable that names another port. blind: no Compose.
. "$(dirname "$0")/../../Reproduce/lib.sh"

# with VARIABLE: the web service is told of a port of this machine by it.
with() {
  cat >compose.yaml <<YAML
services:
  api:
    image: hale.local/stand-in/nginx:1.26
    ports: ["18716:80"]
  web:
    image: hale.local/stand-in/nginx:1.26
    ports: ["18719:${2:-80}"]
    environment:
      $1
YAML
}

project moved </dev/null
with 'COLOUR: green'
python3 -m http.server 18716 >/dev/null 2>&1 &
server=$!
sleep 1
"$HALE" docker --yes --quiet >/dev/null 2>&1
with 'API_URL: "http://localhost:18716/api"'
record seen-a-variable-names-it
apart blind-no-compose "$without_plugins"
"$HALE" docker --yes --quiet >/dev/null 2>&1
record clear-the-service-is-told
with 'API_URL: "http://localhost:18715/api"'
record clear-another-port
with 'SELF: "http://localhost:18716/"' 18716
record seen-it-may-mean-its-own
with 'CACHE_URL: "redis://:pw@localhost:18716/0"'
record seen-the-value-holds-a-password
kill $server
gone

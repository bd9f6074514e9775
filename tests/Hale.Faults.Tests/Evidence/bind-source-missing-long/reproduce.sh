#!/bin/sh
# seen: a missing folder; a missing file with a template. clear: the same in the short syntax. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project folder <<'YAML'
services:
  web:
    image: hale.local/stand-in/nginx:1.26
    volumes: [{type: bind, source: ./uploads, target: /uploads, bind: {create_host_path: false}}]
YAML
blind blind-no-engine
try
record seen-folder
gone

project file <<'YAML'
services:
  web:
    image: hale.local/stand-in/nginx:1.26
    volumes: [{type: bind, source: ./nginx.conf, target: /etc/nginx/nginx.conf, bind: {create_host_path: false}}]
YAML
echo 'events {} http { server { listen 80; location / { return 200; } } }' >nginx.conf.example
try
record seen-file-with-template
gone

project clear <<'YAML'
services:
  web:
    image: hale.local/stand-in/nginx:1.26
    volumes: ["./nginx.conf:/etc/nginx/nginx.conf"]
YAML
try
record clear-short-syntax
gone

#!/bin/sh
# seen: the engine made a folder in the place of a missing file and cannot mount it onto the image's; a file onto a folder. clear: the image has nothing
# there. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  web:
    image: hale.local/stand-in/nginx:1.26
    volumes: ["./nginx.conf:/etc/nginx/nginx.conf:ro"]
YAML
echo 'events {} http { server { listen 80; location / { return 200; } } }' >nginx.conf.dist
blind blind-no-engine
mkdir nginx.conf
try
record seen-with-template
gone

project turned <<'YAML'
services:
  web:
    image: hale.local/stand-in/nginx:1.26
    volumes: ["./default.conf:/etc/nginx/conf.d:ro"]
YAML
echo 'server { listen 80; }' >default.conf
try
record seen-file-onto-folder
gone

project clear <<'YAML'
services:
  web:
    image: hale.local/stand-in/nginx:1.26
    command: ["cat", "/app/nginx.conf"]
    volumes: ["./nginx.conf:/app/nginx.conf:ro"]
YAML
mkdir nginx.conf
try
record clear-nothing-in-the-image
gone

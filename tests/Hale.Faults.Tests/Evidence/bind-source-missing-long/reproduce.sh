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
    volumes: [{type: bind, source: ./allowed-hosts, target: /etc/nginx/allowed-hosts, bind: {create_host_path: false}}]
YAML
echo 'allow all;' >allowed-hosts.example
try
record seen-file-with-template
gone

project clear <<'YAML'
services:
  web:
    image: hale.local/stand-in/nginx:1.26
    volumes: ["./allowed-hosts:/etc/nginx/allowed-hosts"]
YAML
try
record clear-short-syntax
gone

#!/bin/sh
# seen: a renamed folder; a submodule that was not fetched. clear: the folder is there and has no Dockerfile.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  api:
    build: ./backend
YAML
mkdir api
try
record seen-renamed
gone

project module <<'YAML'
services:
  api:
    build: ./vendor/api
YAML
printf '[submodule "api"]\n\tpath = vendor/api\n\turl = https://git.example/api.git\n' >.gitmodules
try
record seen-submodule
gone

project clear <<'YAML'
services:
  api:
    build: ./backend
YAML
mkdir backend
try
record clear-no-dockerfile
gone

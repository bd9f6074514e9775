#!/bin/sh
# seen: an addon of the project itself, in an image without make, and without Python. clear: another script that fails while npm installs.
. "$(dirname "$0")/../../Reproduce/lib.sh"

addon() {
  nodejs "$1"
  echo '{"targets": [{"target_name": "addon", "sources": ["addon.c"]}]}' >binding.gyp
  echo '#include <node_api.h>' >addon.c
  sed -i "s/^RUN npm ci/$2RUN npm ci/" Dockerfile
  try
}

addon make ''
record seen-no-make
gone

addon python 'RUN rm -f \/usr\/bin\/python3*\n'
record seen-no-python
gone

nodejs clear
echo '{"name": "app", "version": "1.0.0", "scripts": {"install": "echo preparing; exit 3"}, "dependencies": {"left": "file:left"}}' >package.json
try
record clear-another-script
gone

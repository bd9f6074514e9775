#!/bin/sh
# seen: the engine refuses a device that is not there. clear: the program starts and ends by itself.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  api:
    image: hale.local/stand-in/redis:7
    devices: ["/dev/no-such-device"]
YAML
try
record seen-device-missing
blind blind-no-engine
gone

project clear <<'YAML'
services:
  api:
    image: hale.local/stand-in/redis:7
    entrypoint: ["sh", "-c", "echo cannot open /dev/no-such-device; exit 1"]
YAML
try
record clear-the-program-itself
gone

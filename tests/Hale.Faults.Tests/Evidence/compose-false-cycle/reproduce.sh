#!/bin/sh
# seen: replayed: this version of Compose does not have the mistake, so a stub stands in its place and prints what a newer one says. clear: a real
# circle of depends_on. blind: record-blind.sh. No engine is needed.
. "$(dirname "$0")/../../Reproduce/lib.sh"

plain seen
export DOCKER_CONFIG="$PWD/docker"
mkdir -p "$DOCKER_CONFIG/cli-plugins"
cat >"$DOCKER_CONFIG/cli-plugins/docker-compose" <<'END'
#!/bin/sh
case " $* " in
*" docker-cli-plugin-metadata "*) echo '{"SchemaVersion":"0.1.0","Vendor":"Docker Inc.","Version":"v2.30.0","ShortDescription":"Docker Compose"}' ;;
*" version "*) echo '2.30.0' ;;
*) echo 'cycle detected: node at path services.app references node at path services.app.environment' >&2; exit 15 ;;
esac
END
chmod +x "$DOCKER_CONFIG/cli-plugins/docker-compose"
record seen-replayed-compose
unset DOCKER_CONFIG

project clear <<'YAML'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    depends_on: [worker]
  worker:
    image: hale.local/stand-in/debian:trixie-slim
    depends_on: [app]
YAML
record clear-compose-cycle

#!/bin/sh
# seen: replayed: the moment cannot be hit at will, so a plugin in the place of Compose says what the engine says then, and is the real one for all
# else. clear: another refusal. blind: record-blind.sh.
. "$(dirname "$0")/../../Reproduce/lib.sh"

plain seen
export DOCKER_CONFIG="$PWD/docker"
mkdir -p "$DOCKER_CONFIG/cli-plugins"
cat >"$DOCKER_CONFIG/cli-plugins/docker-compose" <<'END'
#!/bin/sh
case " $* " in
*" create "*) echo 'Error response from daemon: removal of container 4f0c8a1d2b3e4f5a6b7c8d9e0f1a2b3c4d5e6f708192a3b4c5d6e7f80910a1b2 is already in progress' >&2; exit 1 ;;
*) exec /usr/libexec/docker/cli-plugins/docker-compose "$@" ;;
esac
END
chmod +x "$DOCKER_CONFIG/cli-plugins/docker-compose"
try
record seen-replayed-engine
unset DOCKER_CONFIG

plain clear
sed -i 's/command: .*/command: [no-such-program]/' compose.yaml
try
record clear-image-command-not-found
gone

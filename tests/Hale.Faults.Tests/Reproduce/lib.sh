# Sourced by each fault's reproduce.sh. It makes small projects in a folder of their own, breaks them with the real tools, and records what
# hale sees. HALE names the program; the stand-in images must be there (bring up examples/notes once, or run scripts/test.sh).
set -eu
: "${HALE:=hale}"
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
fault=$(basename "$here")
work=/tmp/hale-reproduce/$fault
rm -rf "$work"
mkdir -p "$work"

# project NAME: makes an empty project folder and goes there; the Compose file is read from standard input.
project() {
  mkdir -p "$work/$1"
  cd "$work/$1"
  cat >compose.yaml
  COMPOSE_PROJECT_NAME=hale-reproduce-$fault-$1
  export COMPOSE_PROJECT_NAME
}

# record CASE: saves the readings that this fault looks at as the evidence of a case.
record() {
  mkdir -p "$here/$1"
  "$HALE" troubleshoot "$fault" --save "$here/$1/evidence.json" >/dev/null || true
  echo "$fault/$1 recorded" >&2
}

# blind CASE: the same where no engine answers.
blind() {
  mkdir -p "$here/$1"
  DOCKER_HOST=unix:///nowhere/docker.sock "$HALE" troubleshoot "$fault" --save "$here/$1/evidence.json" >/dev/null || true
  echo "$fault/$1 recorded" >&2
}

# try: brings the project up as it is, mending nothing, so that what refuses is known.
try() { "$HALE" docker --no-mend >/dev/null 2>&1 || true; }

# gone: takes the project down, its own volumes too.
gone() { docker compose down --volumes --timeout 1 >/dev/null 2>&1 || true; }

# apart CASE COMMANDS: the same after commands that change what is mounted. The mounts are this one process tree's own, so that neither the
# machine nor its engine notices.
apart() {
  mkdir -p "$here/$1"
  # shellcheck disable=SC2016
  unshare --mount --propagation private sh -euc "$2"'; exec "$HALE" troubleshoot "$0" --save "$1"' "$fault" "$here/$1/evidence.json" >/dev/null || true
  echo "$fault/$1 recorded" >&2
}
export HALE

# apart_as_nobody CASE COMMANDS: the same as a user who may nothing; whose own groups are not read anew.
apart_as_nobody() {
  mkdir -p "$here/$1"
  mkdir -p -m 777 "$work/saved"
  # shellcheck disable=SC2016
  unshare --mount --propagation private sh -euc "$2"'; exec setpriv --reuid=65534 --regid=65534 --clear-groups env HOME=/nonexistent "$HALE" troubleshoot "$0" --save "$1"' \
    "$fault" "$work/saved/evidence.json" >/dev/null || true
  cp "$work/saved/evidence.json" "$here/$1/evidence.json"
  echo "$fault/$1 recorded" >&2
}

# plain NAME: a project with nothing remarkable in it.
plain() {
  project "$1" <<'END'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    command: sleep infinity
END
}

# What `apart` may be asked for.
without_plugins='mount -t tmpfs none /usr/libexec/docker/cli-plugins'
without_socket='mount -t tmpfs none /run'
without_dockerd='mkdir -p "$PWD/.over"; mount -t tmpfs none "$PWD/.over"; mkdir "$PWD/.over/up" "$PWD/.over/work"
  mount -t overlay none -o "lowerdir=/usr/sbin,upperdir=$PWD/.over/up,workdir=$PWD/.over/work" /usr/sbin; rm /usr/sbin/dockerd'

# plugin NAME: keeps one of Docker's plugins in a private settings folder when the others are hidden.
plugin() {
  export DOCKER_CONFIG="$PWD/docker"
  mkdir -p "$DOCKER_CONFIG/cli-plugins"
  cp "/usr/libexec/docker/cli-plugins/$1" "$DOCKER_CONFIG/cli-plugins/"
}

# old_compose VERSION: a Compose plugin that answers for its version alone.
old_compose() {
  export DOCKER_CONFIG="$PWD/docker"
  mkdir -p "$DOCKER_CONFIG/cli-plugins"
  cat >"$DOCKER_CONFIG/cli-plugins/docker-compose" <<END
#!/bin/sh
case "\$1" in
docker-cli-plugin-metadata) echo '{"SchemaVersion":"0.1.0","Vendor":"Docker Inc.","Version":"v$1","ShortDescription":"Docker Compose"}' ;;
*) echo '$1' ;;
esac
END
  chmod +x "$DOCKER_CONFIG/cli-plugins/docker-compose"
}

# context NAME HOST: a Docker context in a private settings folder.
context() {
  export DOCKER_CONFIG="$PWD/docker"
  mkdir -p "$DOCKER_CONFIG"
  docker context create "$1" --docker "host=$2" >/dev/null 2>&1
}

# foreign FILE: an ELF header for a processor that this machine has not, which is all that the kernel reads of it.
foreign() {
  case $(uname -m) in aarch64) machine='\076\000' ;; *) machine='\267\000' ;; esac
  printf '\177ELF\002\001\001\000\000\000\000\000\000\000\000\000\002\000'"$machine"'\001\000\000\000' >"$1"
  head -c 40 /dev/zero >>"$1"
  chmod +x "$1"
}

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
  with_npm compose.yaml
  COMPOSE_PROJECT_NAME=hale-reproduce-$fault-$1
  export COMPOSE_PROJECT_NAME
}

# with_npm FILE: where record-npm.sh asks for another npm, its image takes the place of the stand-in in the file.
with_npm() { [ -z "${NPM:-}" ] || sed -i "s|hale.local/stand-in/node:20-slim|hale.local/reproduce/node:npm-$NPM|" "$1"; }

# record CASE: saves the readings that this fault looks at as the evidence of a case.
record() {
  # With another npm only its words are new.
  [ -z "${NPM:-}" ] || case $1 in seen-replayed-* | clear-*) return 0 ;; seen-*) set -- "$1-npm-$NPM" ;; esac
  mkdir -p "$here/$1"
  "$HALE" troubleshoot "$fault" --save "$here/$1/evidence.json" >/dev/null || true
  echo "$fault/$1 recorded" >&2
}

# blind CASE: the same where no engine answers.
blind() {
  [ -z "${NPM:-}" ] || return 0
  mkdir -p "$here/$1"
  DOCKER_HOST=unix:///nowhere/docker.sock "$HALE" troubleshoot "$fault" --save "$here/$1/evidence.json" >/dev/null || true
  echo "$fault/$1 recorded" >&2
}

# try: brings the project up as it is, mending nothing, so that what refuses is known.
try() { uninspected "$HALE" docker --no-mend >/dev/null 2>&1 || true; }

# uninspected COMMAND: runs it as on a machine to which nobody added certificate authorities, so that a look-alike of this machine's own is not in the way.
uninspected() {
  # shellcheck disable=SC2016
  unshare --mount --propagation private sh -c 'mount -t tmpfs none /usr/local/share/ca-certificates; exec "$@"' sh "$@"
}

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

# building NAME: a project of one service that is built here; the Dockerfile is read from standard input.
building() {
  cat >"$work/Dockerfile.$1"
  project "$1" <<'YAML'
services:
  api:
    build: .
YAML
  mv "$work/Dockerfile.$1" Dockerfile
  with_npm Dockerfile
}

# nodejs NAME: a project of one service that installs with npm; it depends on the package 'left' of its own folder and its lock is in order.
nodejs() {
  building "$1" <<'DOCKERFILE'
FROM hale.local/stand-in/node:20-slim
WORKDIR /app
COPY . .
RUN npm ci
CMD ["node", "index.js"]
DOCKERFILE
  printf '.hale\nnode_modules\n' >.dockerignore
  mkdir left
  echo '{"name": "left", "version": "1.0.0"}' >left/package.json
  echo '{"name": "app", "version": "1.0.0", "dependencies": {"left": "file:left"}}' >package.json
  echo 'setInterval(() => {}, 1000)' >index.js
  npm install --package-lock-only --ignore-scripts --no-audit --no-fund >/dev/null 2>&1
}

# right: the project asks for one package more; its lock stays as it is.
right() {
  mkdir right
  echo '{"name": "right", "version": "1.0.0"}' >right/package.json
  echo '{"name": "app", "version": "1.0.0", "dependencies": {"left": "file:left", "right": "file:right"}}' >package.json
}

# own_engine OPTIONS: a second engine, whose data lies on a file system of its own with these mount options, such as size=400m. It has a network
# namespace of its own as well: an engine that begins without a bridge removes the docker0 that it finds.
own_engine() {
  mkdir -p "$work/engine"
  mount -t tmpfs -o "$1" none "$work/engine"
  unshare --net dockerd --data-root "$work/engine" --exec-root "$work/run" --host "unix://$work/engine.sock" --pidfile "$work/engine.pid" \
    --bridge none --iptables=false --ip6tables=false >"$work/engine.log" 2>&1 &
  for _ in 1 2 3 4 5 6 7 8 9 10; do docker --host "unix://$work/engine.sock" info >/dev/null 2>&1 && break; sleep 1; done
  docker save hale.local/stand-in/debian:trixie-slim | docker --host "unix://$work/engine.sock" load >/dev/null
  export DOCKER_HOST="unix://$work/engine.sock"
}

# no_own_engine: ends it.
no_own_engine() {
  kill "$(cat "$work/engine.pid")"
  while [ -e "$work/engine.pid" ]; do sleep 1; done
  umount --lazy "$work/engine"
  unset DOCKER_HOST
}

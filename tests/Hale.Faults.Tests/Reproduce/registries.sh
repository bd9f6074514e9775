# Sourced after lib.sh by the faults of registries and of images that cannot be had. The engine is asked of images that a registry on loopback
# refuses (registry.py), that nobody serves, or that no name leads to; nothing is pulled.
registry() {
  python3 "$(dirname "$here")/../Reproduce/registry.py" >/dev/null 2>&1 &
  answering=$!
  trap 'kill "$answering"' EXIT
  sleep 1
}

# wants NAME IMAGE: a project of one service with this image.
wants() {
  project "$1" <<END
services:
  app:
    image: $2
END
}

# slow_engine: an engine that accepts what is said to it and never answers.
slow_engine() {
  python3 -c 'import socket, sys, time; s = socket.socket(socket.AF_UNIX); s.bind(sys.argv[1]); s.listen(64); time.sleep(300)' "$work/slow.sock" &
  silent=$!
  while [ ! -S "$work/slow.sock" ]; do sleep 1; done
  mkdir -p "$here/$1"
  DOCKER_HOST="unix://$work/slow.sock" "$HALE" troubleshoot "$fault" --save "$here/$1/evidence.json" >/dev/null || true
  kill "$silent"
}

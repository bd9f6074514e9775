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

#!/bin/sh
# Records, for faults whose evidence is not blind by a script of their own, what hale sees where the reading that they need cannot be had. Each
# situation is real and is looked at once: tools that are not there or do not answer, an engine that does not, files that this user may not
# read. Of what was seen a fault is given the readings that matter to it. As root; nothing of the machine is changed.
#   HALE=hale tests/Hale.Faults.Tests/record-blind.sh
set -eu
: "${HALE:=hale}"
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
work=/tmp/hale-reproduce/blind
rm -rf "$work"
mkdir -p "$work/home"
mkdir -m 777 "$work/saved"
chmod 755 "$work"
export HOME="$work/home" COMPOSE_PROJECT_NAME=hale-reproduce-blind

# project NAME: a small project with nothing remarkable in it.
project() {
  mkdir -p "$work/$1"
  cd "$work/$1"
  printf 'services:\n  app:\n    image: hale.local/stand-in/debian:trixie-slim\n    command: sleep infinity\n' >compose.yaml
}

# look SITUATION COMMAND: saves what the command, which is hale in the situation, sees.
look() {
  saved="$work/saved/$1.json"
  shift
  "$@" troubleshoot --save "$saved" >/dev/null 2>&1 </dev/null || true
}

# give SITUATION READINGS FAULT …: makes these readings of it the evidence of the faults.
give() {
  python3 - "$work/saved" "$here/Evidence" "$@" <<'END'
import json, os, sys
saved, evidence, situation, readings, *faults = sys.argv[1:]
seen = json.load(open(f"{saved}/{situation}.json"))
text = json.dumps({name: seen[name] for name in seen if name in readings.split()}, indent=2, ensure_ascii=False) + "\n"
for fault in faults:
    folder = f"{evidence}/{fault}/blind-{situation}"
    os.makedirs(folder, exist_ok=True)
    open(f"{folder}/evidence.json", "w").write(text)
END
}

# only_tools FOLDER NAMES: a search path that holds these programs alone.
only_tools() {
  mkdir -p "$work/$1"
  folder=$1
  shift
  for tool; do ln -s "$(command -v "$tool")" "$work/$folder/$tool"; done
}

# hanging FOLDER NAME: a program of this name that does not answer.
hanging() {
  mkdir -p "$work/$1"
  printf '#!/bin/sh\nexec sleep 300\n' >"$work/$1/$2"
  chmod +x "$work/$1/$2"
}

export DOCKER_HOST="unix://$work/none.sock"

# Compose is not installed, so that there is no model.
project no-docker
only_tools few env sh stat git
look no-docker env PATH="$work/few" "$HALE" &

# No engine answers, so that there are no containers.
project no-engine
look no-engine "$HALE" &

# What is known of the last start is another user's, so that nobody knows what the build came up against.
project attempt-unread
mkdir -p .hale/cache
echo '{}' >.hale/cache/attempt.json
chmod 600 .hale/cache/attempt.json
look attempt-unread setpriv --reuid=65534 --regid=65534 --clear-groups env HOME=/nonexistent "$HALE" &

# The project's files are closed to this user.
project folder-closed
printf '[tool.poetry]\nname = "app"\n' >pyproject.toml
chmod 711 .
look folder-closed setpriv --reuid=65534 --regid=65534 --clear-groups env HOME=/nonexistent "$HALE" &

# The docker command does not answer.
project tools-hang
hanging slow docker
look tools-hang env PATH="$work/slow:$PATH" "$HALE" &

# Docker is missing, and the search for packages that offer it does not come to an end, so that little is known of the machine.
project machine-hangs
only_tools slower env sh stat sleep apt-get
hanging slower apt-cache
look machine-hangs env PATH="$work/slower" "$HALE" &

# Something accepts what is said to the engine's socket and never answers.
project engine-silent
python3 - "$work/silent.sock" <<'END' &
import socket, sys, time
listener = socket.socket(socket.AF_UNIX)
listener.bind(sys.argv[1])
listener.listen(64)
time.sleep(1800)
END
silent=$!
trap 'kill "$silent"' EXIT
while [ ! -S "$work/silent.sock" ]; do sleep 1; done
look engine-silent env DOCKER_HOST="unix://$work/silent.sock" "$HALE"
while [ "$(ls "$work/saved" | wc -l)" -lt 7 ]; do sleep 1; done
sleep 1

give no-docker 'tools project model envFiles' \
  compose-cycle compose-duplicate-key compose-false-cycle compose-file-invalid compose-include-missing compose-merge-markers compose-no-image \
  compose-project-name-invalid compose-too-old-for-key \
  compose-undefined-network-volume compose-undefined-service compose-unknown-key compose-version-obsolete compose-wrong-type compose-yaml-syntax compose-yaml-tab \
  env-bom env-crlf env-dollar-eaten env-file-missing env-interpolation-syntax env-line-not-assignment env-quote-unterminated env-required-unset env-unset-blank
give no-engine 'engine containers attempt' \
  cpu-limit-over-host disk-full-docker-root inode-exhausted mem-limit-too-low node-module-never-installed node-native-other-platform node-openssl \
  node-optional-dep-lost node-watch-instances npm-404 npm-eacces npm-ebadengine npm-eintegrity npm-eresolve npm-etarget npm-gyp-toolchain npm-lock-corrupt npm-lock-missing npm-lock-npm-skew \
  npm-lock-unmerged npm-package-json-invalid npm-package-json-missing npm-registry-unreachable npm-script-missing npm-tls
give attempt-unread 'attempt sources' \
  build-apt-captive build-apt-clock build-apt-eol-suite build-apt-hash-mismatch build-apt-poisoned-layer build-apt-stale-404 build-apt-unknown-package build-arg-blank build-cache-checksum-race \
  build-cache-snapshot build-command-not-found build-context-missing build-copy-dockerignored build-copy-missing build-copy-outside-context build-dns \
  build-dockerfile-missing build-dockerfile-syntax build-instruction-typo build-pip-tls build-script-not-executable build-script-not-found build-secret-missing \
  build-stage-path-missing build-step-failed build-step-oom build-target-missing \
  compose-name-removal-race compose-static-ip-no-subnet compose-volume-one-letter gpu-driver-missing
give folder-closed 'project envFiles poetry' \
  compose-file-missing env-dotenv-missing env-is-directory env-key-drift env-placeholder-secret env-value-invalid env-quotes-differ-by-reader env-shell-overrides \
  env-url-unescaped env-utf16 poetry-lock-corrupt poetry-lock-empty poetry-lock-merge poetry-lock-missing poetry-lock-stale poetry-path-dep-missing \
  poetry-pyproject-invalid poetry-venv-broken
give tools-hang 'tools engine' \
  buildx-missing cli-plugin-broken compose-plugin-missing compose-too-old compose-v1-only credential-store-missing docker-cli-missing \
  docker-config-corrupt docker-engine-missing docker-unavailable-here wsl-integration-off
give machine-hangs 'machine tools' disk-low memory-low
give engine-silent 'tools engine' \
  docker-context-missing docker-context-wrong docker-daemon-down docker-group-not-active docker-host-env-override docker-socket-permission engine-too-old

#!/bin/sh
# Records the seen- cases of the npm faults once more with other npms than the stand-in's own, which is 9.2: each as seen-…-npm-VERSION. Needs the
# npm registry for those npms themselves; what they run comes from the cases.
#   HALE=hale tests/Hale.Faults.Tests/record-npm.sh 10 11 [FAULT…]
set -eu
: "${HALE:=hale}"
export HALE
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)

versions=
while [ $# -gt 0 ]; do
  case $1 in [0-9]*) versions="$versions $1" ;; *) break ;; esac
  shift
done
# npm-tls has its own way of recording, which knows no other npm.
[ $# -gt 0 ] || set -- $(cd "$here/Evidence" && ls -d npm-* | grep -v '^npm-tls$')

# image VERSION: the stand-in with this npm in front of its own.
image() {
  folder=$(mktemp -d)
  (cd "$folder" && npm pack --silent "npm@$1" >/dev/null && mv npm-*.tgz npm.tgz)
  cat >"$folder/Dockerfile" <<'DOCKERFILE'
FROM hale.local/stand-in/node:20-slim
ADD npm.tgz /opt/
RUN chmod +x /opt/package/bin/npm-cli.js && ln -sf /opt/package/bin/npm-cli.js /usr/local/bin/npm
DOCKERFILE
  docker build --quiet --tag "hale.local/reproduce/node:npm-$1" "$folder" >/dev/null
  rm -rf "$folder"
}

for version in $versions; do
  image "$version"
  for fault in "$@"; do
    [ -e "$here/Evidence/$fault/reproduce.sh" ] && NPM=$version sh "$here/Evidence/$fault/reproduce.sh"
  done
  docker image rm "hale.local/reproduce/node:npm-$version" >/dev/null
done

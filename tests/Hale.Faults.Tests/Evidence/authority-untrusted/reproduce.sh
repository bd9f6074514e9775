#!/bin/sh
# seen: the certificate is there and this machine does not trust who signed it. clear: it does; there is no certificate yet, which is another fault.
# blind: no Compose; no bundle of authorities. The store that is changed is this process tree's own.
. "$(dirname "$0")/../../Reproduce/lib.sh"
export XDG_DATA_HOME="$work/data"

project seen <<'YAML'
services:
  web:
    image: hale.local/stand-in/nginx:1.26
    labels: { hale.certificates: /etc/nginx/certs }
YAML
record clear-none-was-made-yet
"$HALE" certs export "$work/out" >/dev/null
record seen-just-made
apart blind-no-compose "$without_plugins"
apart blind-no-bundle 'mount -t tmpfs none /etc/ssl'
apart clear-trusted 'mkdir "$PWD/.store"; cp -a /etc/ssl/certs "$PWD/.store/certs"; cp -a /usr/local/share/ca-certificates "$PWD/.store/added"
  mount --bind "$PWD/.store/certs" /etc/ssl/certs; mount --bind "$PWD/.store/added" /usr/local/share/ca-certificates; "$HALE" certs trust --yes >/dev/null'

# Sourced after lib.sh: a second engine, in a network of its own in which failing registries answer. The shared engine is not touched.
#   registry-1.docker.io         Docker Hub's name, with a certificate that the engine trusts
#   registry.test:5001           a certificate whose time is over
#   registry.test:5002           a certificate for another host; the same at 10.99.0.1:5002, by its address
#   registry.test:5003           no TLS
#   registry.test:5004           a certificate of an authority that the engine does not know
#   registry.test:5005           nothing wrong with its certificate

# certificate NAME HOST DAYS AUTHORITY: makes NAME.pem for a host, signed by an authority.
certificate() {
  openssl req -newkey rsa:2048 -nodes -keyout "$1.key" -subj "/CN=$2" -out "$1.csr" 2>/dev/null
  printf 'subjectAltName=DNS:%s\n' "$2" >"$1.ext"
  openssl x509 -req -in "$1.csr" -CA "$4.pem" -CAkey "$4.key" -CAcreateserial -days "$3" -extfile "$1.ext" -out "$1.pem" 2>/dev/null
}

registries() {
  mkdir -p "$work/engine" "$work/tls"
  cd "$work/tls"
  for authority in known unknown; do openssl req -x509 -newkey rsa:2048 -nodes -keyout $authority.key -subj "/CN=$authority authority" -days 30 -out $authority.pem 2>/dev/null; done
  certificate hub registry-1.docker.io 30 known
  certificate expired registry.test -1 known
  certificate other elsewhere.test 30 known
  certificate stranger registry.test 30 unknown
  certificate good registry.test 30 known
  printf '127.0.0.1 localhost\n10.99.0.1 registry-1.docker.io registry.test\n' >hosts
  mount -t tmpfs none "$work/engine"
  REGISTRY=$here/../../Reproduce/failing-registries.py WORK=$work unshare --net --mount --propagation private sh -euc '
    ip link set lo up
    ip address add 10.99.0.1/32 dev lo
    mount --bind hosts /etc/hosts
    for one in 443:hub 5001:expired 5002:other 5003: 5004:stranger 5005:good; do
      name=${one#*:}
      python3 "$REGISTRY" 10.99.0.1 "${one%:*}" ${name:+$name.pem $name.key} >/dev/null 2>&1 &
      echo $! >>"$WORK/registries.pids"
    done
    env SSL_CERT_FILE="$PWD/known.pem" SSL_CERT_DIR=/nowhere dockerd --data-root "$WORK/engine" --exec-root "$WORK/run" --host "unix://$WORK/engine.sock" --pidfile "$WORK/engine.pid" \
      --bridge none --iptables=false --ip6tables=false >"$WORK/engine.log" 2>&1
  ' &
  for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do docker --host "unix://$work/engine.sock" info >/dev/null 2>&1 && break; sleep 1; done
  export DOCKER_HOST="unix://$work/engine.sock"
}

no_registries() {
  xargs kill <"$work/registries.pids" 2>/dev/null || true
  kill "$(cat "$work/engine.pid")"
  while [ -e "$work/engine.pid" ]; do sleep 1; done
  umount --lazy "$work/engine"
  unset DOCKER_HOST
}

# image NAME REFERENCE: a project of one service with that image.
image() {
  project "$1" <<YAML
services:
  app:
    image: $2
YAML
}

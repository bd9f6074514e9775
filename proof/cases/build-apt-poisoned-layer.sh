about="the archive could not be reached while the package lists were fetched, and the build cache keeps that"
gateway=$(docker network inspect --format '{{(index .IPAM.Config 0).Gateway}}' bridge)
project() {
  cat >compose.yaml <<'YAML'
services:
  app:
    build: .
YAML
  # What is cached must be this run's own.
  echo "$COMPOSE_PROJECT_NAME $(date +%s%N)" >stamp
  cat >Dockerfile <<DOCKERFILE
FROM hale.local/stand-in/debian:trixie-slim
COPY stamp /
RUN rm -rf /var/lib/apt/lists/* /etc/apt/sources.list* && echo "deb [trusted=yes] http://$gateway:25049/ ./" >/etc/apt/sources.list
RUN apt-get update
RUN apt-get install -y shop-greeting
CMD ["sleep", "infinity"]
DOCKERFILE
}
inject() {
  docker compose build
  mkdir -p "$aside/archive/shop/DEBIAN"
  printf 'Package: shop-greeting\nVersion: 1\nArchitecture: all\nMaintainer: shop <shop@example.org>\nDescription: greets\n' >"$aside/archive/shop/DEBIAN/control"
  (cd "$aside/archive" && dpkg-deb --build shop shop-greeting.deb && rm -r shop && {
    dpkg-deb --field shop-greeting.deb
    printf 'Filename: ./shop-greeting.deb\nSize: %s\nSHA256: %s\n' "$(stat -c %s shop-greeting.deb)" "$(sha256sum shop-greeting.deb | cut -d ' ' -f 1)"
  } >Packages)
  python3 -m http.server 25049 --bind "$gateway" --directory "$aside/archive" >/dev/null 2>&1 &
  echo $! >"$aside/server"
  sleep 0.7
}
eject() { kill "$(cat "$aside/server")"; }
working() { in_service app dpkg -s shop-greeting; }

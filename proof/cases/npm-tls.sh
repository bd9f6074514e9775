about="the registry that .npmrc names has a certificate that Node does not know"
mend=no
. "$root_folder/proof/stacks/bundle.sh"
project() { bundle; sed -i 's/^    build: \.$/    build: {context: ., network: host}/' compose.yaml; }
inject() {
  openssl req -x509 -newkey rsa:2048 -nodes -keyout "$aside/key.pem" -subj /CN=localhost -addext subjectAltName=DNS:localhost -days 2 -out "$aside/certificate.pem"
  openssl s_server -quiet -www -accept 25047 -key "$aside/key.pem" -cert "$aside/certificate.pem" >/dev/null 2>&1 &
  echo $! >"$aside/server"
  printf 'registry=https://localhost:25047/\nreplace-registry-host=always\nfetch-retries=0\n' >.npmrc
  sed -i 's/^COPY package.json/COPY .npmrc package.json/' Dockerfile
  sleep 0.7
}
eject() { kill "$(cat "$aside/server")"; }

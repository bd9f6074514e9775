about="the registry that .npmrc names has a certificate that Node does not know"
mend=no
. "$root_folder/proof/stacks/bundle.sh"
project() { bundle; sed -i 's/^    build: \.$/    build: {context: ., network: host}/' compose.yaml; }
inject() {
  serve_tls 25047 DNS:localhost 2
  printf 'registry=https://localhost:25047/\nreplace-registry-host=always\nfetch-retries=0\n' >.npmrc
  sed -i 's/^COPY package.json/COPY .npmrc package.json/' Dockerfile
}
eject() { let_go; }

about="a configuration file is missing; the engine made a folder in its place"
. "$root_folder/proof/stacks/edge.sh"
project() {
  edge
  sed -i 's|"./proxy.conf:/etc/nginx/conf.d/default.conf:ro"|"./proxy.conf:/etc/nginx/conf.d/default.conf:ro", "./nginx.conf:/etc/nginx/nginx.conf:ro"|' compose.yaml
  echo 'events {} http { include /etc/nginx/conf.d/*.conf; }' >nginx.conf.dist
  mkdir nginx.conf
}
working() { edge_answers; }

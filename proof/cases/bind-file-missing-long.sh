root=bind-file-missing
about="a mounted configuration file is missing, its template is there"
. "$root_folder/proof/stacks/edge.sh"
project() {
  edge
  sed -i 's|"./proxy.conf:/etc/nginx/conf.d/default.conf:ro"|{type: bind, source: ./proxy.conf, target: /etc/nginx/conf.d/default.conf, bind: {create_host_path: false}}|' compose.yaml
  mv proxy.conf proxy.conf.example
}
working() { edge_answers; }

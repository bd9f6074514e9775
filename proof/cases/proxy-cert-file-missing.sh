part=yes
about="the certificate of nginx was never made"
. "$root_folder/proof/stacks/edge.sh"
project() {
  edge
  sed -i 's|"./proxy.conf:|"./certs:/etc/nginx/certs:ro", "./proxy.conf:|; s/"25030:80"/"25030:80", "25031:443"/' compose.yaml
  sed -i 's|^  listen 80;|  listen 80;\n  listen 443 ssl;\n  ssl_certificate /etc/nginx/certs/server.crt;\n  ssl_certificate_key /etc/nginx/certs/server.key;|' proxy.conf
  mkdir certs
}
working() { edge_answers && curl -sSk --max-time 5 https://127.0.0.1:25031/blog/ | grep -q "a post"; }

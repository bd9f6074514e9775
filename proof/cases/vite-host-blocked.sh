about="a proxy passes requests on to Vite by a name that it was not told of"
. "$root_folder/proof/stacks/vite.sh"
project() {
  vite
  cat >>compose.yaml <<'YAML'
  proxy:
    image: hale.local/stand-in/nginx:1.26
    volumes: ["./proxy.conf:/etc/nginx/conf.d/default.conf:ro"]
    ports: ["25012:80"]
    depends_on: [web]
    healthcheck: {test: ["CMD", "curl", "-fsS", "http://localhost/"], interval: 2s, retries: 3, start_period: 6s}
YAML
  echo 'server { listen 80; location / { proxy_pass http://web:5173; proxy_set_header Host localhost; } }' >proxy.conf
}
inject() { sed -i 's/ proxy_set_header Host localhost;//' proxy.conf; }
working() { vite_answers 25012; }

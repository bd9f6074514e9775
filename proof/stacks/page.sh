# A page behind nginx, and a cache.
page() {
  cat >compose.yaml <<YAML
services:
  cache:
    image: hale.local/stand-in/redis:7
    healthcheck: {test: ["CMD", "redis-cli", "ping"], interval: 10s}
  web:
    image: hale.local/stand-in/nginx:1.26
    ports: ["${1:-25005}:80"]
    volumes: ["./page:/usr/share/nginx/html:ro"]
    depends_on: {cache: {condition: service_healthy}}
YAML
  mkdir -p page && echo "a page" >page/index.html
}

root=health-app-really-down
about="a server is stuck and answers nobody until it is restarted"
. "$root_folder/proof/stacks/edge.sh"
project() {
  edge
  sed -i 's|^  blog:$|  blog:\n    healthcheck: {test: ["CMD", "node", "/app/check.js"], interval: 1s, timeout: 5s, retries: 3}|; s|\["./blog.js:/app/blog.js:ro"\]|["./blog.js:/app/blog.js:ro", "./check.js:/app/check.js:ro"]|' compose.yaml
  echo "fetch('http://127.0.0.1:3000/', {signal: AbortSignal.timeout(2000)}).catch(error => { console.error(error.message); process.exit(1); });" >check.js
}
inject() {
  healthy_first
  edge_upload
  docker exec "$COMPOSE_PROJECT_NAME-blog-1" sh -c 'for one in /proc/[0-9]*; do [ "$(tr "\0" " " <$one/cmdline)" = "node /app/blog.js " ] && kill -STOP ${one#/proc/}; done'
  sleep 4
}
working() { edge_answers; }
intact() { edge_keeps; }

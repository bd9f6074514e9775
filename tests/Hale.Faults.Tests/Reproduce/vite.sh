# Sourced after lib.sh: projects with a real Vite, which comes from npm once and is kept beside the projects.
kept=/tmp/hale-reproduce/.vite
if [ ! -e "$kept/node_modules/vite/package.json" ]; then
  mkdir -p "$kept"
  (cd "$kept" && echo '{"private": true}' >package.json && npm install --no-audit --no-fund vite@6.4.6 >/dev/null 2>&1)
fi

# vite NAME SCRIPT: a project of one service that runs SCRIPT as `npm run dev`.
vite() {
  project "$1" <<YAML
services:
  web:
    image: hale.local/stand-in/node:20-slim
    working_dir: /app
    command: npm run dev
    volumes: ["./:/app"]
    ports: ["${port:-21211}:5173"]
    init: true
YAML
  cp -a "$kept/node_modules" .
  printf '{\n  "name": "page",\n  "private": true,\n  "scripts": {\n    "dev": "%s"\n  },\n  "devDependencies": {"vite": "6.4.6"}\n}\n' "$2" >package.json
  echo '<p>a page</p>' >index.html
}

# up [SECONDS]: starts the project as Compose does, waits until Vite is ready or its container has ended, and some seconds more for a health check to fail.
up() {
  docker compose up -d >/dev/null 2>&1 || true
  for _ in $(seq 90); do
    docker compose logs web 2>/dev/null | grep -q 'ready in' && break
    docker compose ps web 2>/dev/null | grep -q ' Up ' || break
    sleep 1
  done
  sleep "${1:-3}"
}

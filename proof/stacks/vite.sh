# A page that Vite's development server gives out, with a cache. Vite comes from the npm registry once for all cases.
# On a machine whose proxy signs for the registries, that is as true as the fault of the case.
also="$also tls-inspected-run"
vite() {
  cat >compose.yaml <<'YAML'
services:
  cache:
    image: hale.local/stand-in/redis:7
    healthcheck: {test: ["CMD", "redis-cli", "ping"], interval: 2s}
  web:
    image: hale.local/stand-in/node:20-slim
    working_dir: /app
    command: npm run dev
    volumes: ["./:/app"]
    ports: ["25011:5173"]
    depends_on: {cache: {condition: service_healthy}}
    init: true
YAML
  cat >package.json <<'JSON'
{
  "name": "page",
  "private": true,
  "scripts": {
    "dev": "vite --host 0.0.0.0"
  },
  "devDependencies": { "vite": "6.4.6" }
}
JSON
  echo "export default { cacheDir: '/tmp/vite' }" >vite.config.mjs
  echo '<p>a page of Vite</p>' >index.html
  local kept=$work/vite
  mkdir -p "$kept"
  (
    flock 9
    [ -e "$kept/node_modules/vite/package.json" ] || (cd "$kept" && echo '{"private": true}' >package.json && timeout 240 npm install --no-audit --no-fund vite@6.4.6)
  ) 9>"$kept/lock"
  cp -a "$kept/node_modules" .
}

# The same with a health check, which tells a server that ends after a while from one that is there.
vite_checked() {
  vite
  cat >>compose.yaml <<'YAML'
    healthcheck: {test: ["CMD", "node", "-e", "fetch('http://localhost:5173/').then(answer => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"], interval: 2s, retries: 40}
YAML
}

vite_answers() { answers "http://127.0.0.1:${1:-25011}/" "a page of Vite"; }

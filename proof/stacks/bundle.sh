# A Node program with a package from the npm registry, installed from its lock by `npm ci` as its image is built; and a cache.
# On a machine whose proxy signs for the registries, that is as true as the fault of the case.
also="$also tls-inspected-build"
bundle() {
  cat >compose.yaml <<'YAML'
services:
  cache:
    image: hale.local/stand-in/redis:7
    healthcheck: {test: ["CMD", "redis-cli", "ping"], interval: 2s}
  app:
    build: .
    ports: ["25050:3000"]
    depends_on: {cache: {condition: service_healthy}}
    init: true
YAML
  cat >Dockerfile <<'DOCKERFILE'
FROM hale.local/stand-in/node:20-slim
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY server.js ./
CMD ["npm", "start"]
DOCKERFILE
  printf 'node_modules\n.hale\n' >.dockerignore
  cat >package.json <<'JSON'
{
  "name": "bundle",
  "version": "1.0.0",
  "private": true,
  "scripts": { "start": "node server.js" },
  "dependencies": { "is-odd": "3.0.1" }
}
JSON
  cat >package-lock.json <<'JSON'
{
  "name": "bundle",
  "version": "1.0.0",
  "lockfileVersion": 3,
  "requires": true,
  "packages": {
    "": { "name": "bundle", "version": "1.0.0", "dependencies": { "is-odd": "3.0.1" } },
    "node_modules/is-number": {
      "version": "6.0.0",
      "resolved": "https://registry.npmjs.org/is-number/-/is-number-6.0.0.tgz",
      "integrity": "sha512-Wu1VHeILBK8KAWJUAiSZQX94GmOE45Rg6/538fKwiloUu21KncEkYGPqob2oSZ5mUT73vLGrHQjKw3KMPwfDzg==",
      "engines": { "node": ">=0.10.0" }
    },
    "node_modules/is-odd": {
      "version": "3.0.1",
      "resolved": "https://registry.npmjs.org/is-odd/-/is-odd-3.0.1.tgz",
      "integrity": "sha512-CQpnWPrDwmP1+SMHXZhtLtJv90yiyVfluGsX5iNCVkrhQtU3TQHsUWPG9wkdk9Lgd5yNpAg9jQEo90CBaXgWMA==",
      "dependencies": { "is-number": "^6.0.0" },
      "engines": { "node": ">=4" }
    }
  }
}
JSON
  echo "const odd = require('is-odd'); require('http').createServer((_, answer) => answer.end('3 is odd: ' + odd(3) + '\n')).listen(3000);" >server.js
}

bundle_answers() { answers http://127.0.0.1:25050/ "3 is odd: true"; }

about="a build step asks a host whose certificate the image does not know"
mend=no
project() {
  cat >compose.yaml <<'YAML'
services:
  app:
    build: {context: ., network: host}
YAML
  cat >Dockerfile <<'DOCKERFILE'
FROM hale.local/stand-in/python:3.13-slim
COPY fetch.py /
RUN python3 /fetch.py
CMD ["sleep", "infinity"]
DOCKERFILE
  echo "import urllib.request; urllib.request.urlopen('https://localhost:25046/')" >fetch.py
}
inject() { serve_tls 25046 DNS:localhost 2; }
eject() { let_go; }

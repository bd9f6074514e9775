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
inject() {
  openssl req -x509 -newkey rsa:2048 -nodes -keyout "$aside/key.pem" -subj /CN=localhost -addext subjectAltName=DNS:localhost -days 2 -out "$aside/certificate.pem"
  openssl s_server -quiet -www -accept 25046 -key "$aside/key.pem" -cert "$aside/certificate.pem" >/dev/null 2>&1 &
  echo $! >"$aside/server"
  sleep 0.7
}
eject() { kill "$(cat "$aside/server")"; }

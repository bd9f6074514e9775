about="the time of the registry's certificate is over"
mend=no
. "$root_folder/proof/stacks/queue.sh"
gateway=$(docker network inspect --format '{{(index .IPAM.Config 0).Gateway}}' bridge)
project() { queue; sed -i "0,/hale.local\/stand-in\/python:3.13-slim/s//$gateway:25095\/shop\/worker:2/" compose.yaml; }
inject() {
  openssl req -newkey rsa:2048 -nodes -keyout "$aside/key.pem" -subj /CN=registry -out "$aside/request.pem"
  echo "subjectAltName=IP:$gateway" >"$aside/names"
  openssl x509 -req -in "$aside/request.pem" -signkey "$aside/key.pem" -days -1 -extfile "$aside/names" -out "$aside/certificate.pem"
  openssl s_server -quiet -www -accept "$gateway:25095" -key "$aside/key.pem" -cert "$aside/certificate.pem" >/dev/null 2>&1 &
  echo $! >"$aside/server"
  sleep 0.7
}
eject() { kill "$(cat "$aside/server")"; }

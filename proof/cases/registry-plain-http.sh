about="the registry has no TLS, and the engine was not told so"
mend=no
. "$root_folder/proof/stacks/queue.sh"
gateway=$(docker network inspect --format '{{(index .IPAM.Config 0).Gateway}}' bridge)
project() { queue; sed -i "0,/hale.local\/stand-in\/python:3.13-slim/s//$gateway:25095\/shop\/worker:2/" compose.yaml; }
inject() { listen_at 25095 "$gateway"; }
eject() { let_go; }

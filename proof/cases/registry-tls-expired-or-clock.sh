about="the time of the registry's certificate is over"
mend=no
. "$root_folder/proof/stacks/queue.sh"
gateway=$(docker network inspect --format '{{(index .IPAM.Config 0).Gateway}}' bridge)
project() { queue; sed -i "0,/hale.local\/stand-in\/python:3.13-slim/s//$gateway:25095\/shop\/worker:2/" compose.yaml; }
inject() { serve_tls "$gateway:25095" "IP:$gateway" -1; }
eject() { let_go; }

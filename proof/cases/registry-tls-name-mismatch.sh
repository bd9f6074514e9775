about="the registry's certificate is for another host"
mend=no
. "$root_folder/proof/stacks/queue.sh"
gateway=$(docker network inspect --format '{{(index .IPAM.Config 0).Gateway}}' bridge)
project() { queue; sed -i "0,/hale.local\/stand-in\/python:3.13-slim/s//$gateway:25095\/shop\/worker:2/" compose.yaml; }
inject() { serve_tls "$gateway:25095" IP:10.99.0.1 30; }
eject() { let_go; }

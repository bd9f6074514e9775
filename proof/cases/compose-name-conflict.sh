about="a container of another checkout has the fixed name"
. "$root_folder/proof/stacks/queue.sh"
project() { queue; sed -i 's/^  redis:$/  redis:\n    container_name: hale-faults-the-redis/' compose.yaml; }
inject() { docker run -d --name hale-faults-the-redis hale.local/stand-in/redis:7; }
eject() { docker rm -f hale-faults-the-redis; }
working() { queue_works; }
intact() { docker inspect -f '{{.State.Running}}' hale-faults-the-redis | grep -qx true; }

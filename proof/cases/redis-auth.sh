about="Redis was given a password, the services were not"
mend=no
. "$root_folder/proof/stacks/queue.sh"
project() { queue; }
inject() { healthy_first; queue_mark; sed -i 's/"redis-server", /"redis-server", "--requirepass", "secret", /; s/"redis-cli", "ping"/"redis-cli", "-a", "secret", "ping"/' compose.yaml; }
intact() { in_service redis redis-cli -a secret GET order:1 | grep -qx "two lamps"; }

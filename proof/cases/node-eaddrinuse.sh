about="the command of a service starts its server twice"
mend=no
. "$root_folder/proof/stacks/queue.sh"
project() { queue; }
inject() { sed -i 's|    command: \["python3", "-u", "/app/queue.py", "status"\]|    command: sh -c "python3 -u /app/queue.py status \& sleep 1; exec python3 -u /app/queue.py status"|' compose.yaml; }

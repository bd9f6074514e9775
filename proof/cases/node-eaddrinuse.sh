about="another program of the service already listens at the port of its server"
mend=no
. "$root_folder/proof/stacks/queue.sh"
project() { queue; }
inject() {
  echo 'import socket, time; held = socket.create_server(("", 8000)); time.sleep(60)' >app/hold.py
  sed -i 's|    command: \["python3", "-u", "/app/queue.py", "status"\]|    command: sh -c "python3 /app/hold.py \& sleep 1; exec python3 -u /app/queue.py status"|' compose.yaml
}

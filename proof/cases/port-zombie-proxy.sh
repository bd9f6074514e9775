part=yes
about="a forwarder of the engine holds the port for a container that is gone"
. "$root_folder/proof/stacks/queue.sh"
project() { queue; }
inject() { python3 -c 'open("/proc/self/comm", "w").write("docker-proxy"); import http.server; http.server.test(port=25020)' >/dev/null 2>&1 & echo $! >"$aside/holder"; sleep 0.7; }
eject() { let_go; }
working() { queue_works 25021; }

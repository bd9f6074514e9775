about="the health check needs two seconds and has one"
. "$root_folder/proof/stacks/queue.sh"
project() { queue; sed -i 's|test: \["CMD", "test", "-e", "/tmp/works"\], interval: 2s, retries: 10|test: ["CMD-SHELL", "sleep 2; test -e /tmp/works"], interval: 1s, timeout: 1s, retries: 3|' compose.yaml; }
working() { queue_works; }

also=health-failing
about="the service is ready after its health check has given it up"
. "$root_folder/proof/stacks/queue.sh"
project() { queue; sed -i 's|test: \["CMD", "test", "-e", "/tmp/works"\], interval: 2s, retries: 10|test: ["CMD", "test", "-e", "/tmp/works"], interval: 1s, retries: 1|' compose.yaml; sed -i 's/^while True:$/time.sleep(25)\nwhile True:/' app/queue.py; }
working() { queue_works; }

root=db-localhost-in-container
about="REDIS_HOST is 127.0.0.1 in a container"
. "$root_folder/proof/stacks/queue.sh"
project() {
  queue
  sed -i '/work"\]/,/REDIS_HOST/s/REDIS_HOST: redis/REDIS_HOST: 127.0.0.1/' compose.yaml
  sed -i 's/^    with socket.create_connection.*/    try:\n        line = socket.create_connection((os.environ["REDIS_HOST"], int(os.environ["REDIS_PORT"])), 5)\n    except OSError as error:\n        sys.exit(f"redis.exceptions.ConnectionError: Error 111 connecting to {os.environ[\x27REDIS_HOST\x27]}:{os.environ[\x27REDIS_PORT\x27]}. Connection refused.")\n    with line:/' app/queue.py
}
working() { queue_works; }

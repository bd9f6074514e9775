about="a worker does not wait for the queue, which itself waits for a job, and gives up"
. "$root_folder/proof/stacks/queue.sh"
project() {
  queue
  sed -i '/work"\]/,/healthcheck/{/^    depends_on/d}; s/^  redis:$/  redis:\n    depends_on: {prepare: {condition: service_completed_successfully}}/' compose.yaml
  sed -i 's/^volumes:$/  prepare:\n    image: hale.local\/stand-in\/debian:trixie-slim\n    command: ["sleep", "2"]\nvolumes:/' compose.yaml
  sed -i 's/^def ask/NAME = os.environ["REDIS_HOST"]\ntry:\n    socket.gethostbyname(NAME)\nexcept OSError:\n    sys.exit(f"could not translate host name \\"{NAME}\\" to address: Name or service not known")\n\n\ndef ask/' app/queue.py
}
working() { queue_works; }

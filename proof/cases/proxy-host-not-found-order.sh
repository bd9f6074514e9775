root=proxy-host-not-found
about="nginx does not wait for what it sends to, which itself waits for a job, and ends"
. "$root_folder/proof/stacks/edge.sh"
project() {
  edge
  sed -i '/^    depends_on: \[shop, blog\]/d; s/^    depends_on: \[store\]/    depends_on: {prepare: {condition: service_completed_successfully}}/' compose.yaml
  sed -i 's/^networks:$/  prepare:\n    image: hale.local\/stand-in\/debian:trixie-slim\n    command: ["sleep", "2"]\nnetworks:/' compose.yaml
}
working() { edge_answers; }

part=yes
about="a settings file is missing; the program finds a folder in its place"
. "$root_folder/proof/stacks/queue.sh"
project() {
  queue
  sed -i 's|"./app:/app:ro"|"./app:/app:ro", "./settings.json:/settings.json:ro"|' compose.yaml
  sed -i '0,/^def ask/s//import json\n\njson.load(open("\/settings.json"))\n\n\ndef ask/' app/queue.py
  echo '{"pause": 0.3}' >settings.json.example
  mkdir settings.json
}
working() { queue_works; }

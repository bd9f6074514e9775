about="a volume that was never made is expected to be there"
. "$root_folder/proof/stacks/page.sh"
project() {
  page 25083
  sed -i 's|^    image: hale.local/stand-in/redis:7|&\n    volumes: ["kept:/data"]|' compose.yaml
  printf 'volumes:\n  kept: {external: true, name: hale-faults-kept}\n' >>compose.yaml
}
eject() { docker compose down --timeout 1; docker volume rm hale-faults-kept; }
working() { answers http://127.0.0.1:25083/ "a page"; }

about="a volume is called by one letter"
mend=no
. "$root_folder/proof/stacks/page.sh"
project() {
  page 25085
  sed -i 's|^    image: hale.local/stand-in/redis:7|&\n    volumes: ["d:/data"]|' compose.yaml
  printf 'volumes:\n  d: {}\n' >>compose.yaml
}

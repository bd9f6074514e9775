part=yes
about="the container is read-only, and the program writes beside its files"
. "$root_folder/proof/stacks/edge.sh"
project() {
  edge
  sed -i 's/^  blog:$/  blog:\n    read_only: true/' compose.yaml
  sed -i "1i if (!require('fs').existsSync('/var/cache/blog')) require('fs').mkdirSync('/var/cache/blog'); require('fs').writeFileSync('/var/cache/blog/posts', 'one');" blog.js
}
working() { edge_answers; }

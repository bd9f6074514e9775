part=yes
about="Node takes more than the heap that it gives itself under the container's limit"
. "$root_folder/proof/stacks/edge.sh"
project() {
  edge
  sed -i 's/^  blog:$/  blog:\n    mem_limit: 512m/' compose.yaml
  echo "const posts = []; for (let i = 0; i < 7.2e6; i++) posts.push({i}); setInterval(() => posts.length, 1e3);" >>blog.js
}
working() { edge_answers; }

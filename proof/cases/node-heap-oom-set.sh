root=node-heap-oom
about="the project itself sets the heap of Node too small"
mend=no
. "$root_folder/proof/stacks/edge.sh"
project() {
  edge
  sed -i 's|\["node", "/app/blog.js"\]|["node", "--max-old-space-size=20", "/app/blog.js"]|' compose.yaml
  echo "const posts = []; for (let i = 0; i < 1.2e6; i++) posts.push({i}); setInterval(() => posts.length, 1e3);" >>blog.js
}

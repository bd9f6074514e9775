about="another server in the container holds Vite's port"
. "$root_folder/proof/stacks/vite.sh"
project() { vite; }
inject() {
  echo "require('http').createServer().listen(5173, '127.0.0.1')" >tools.cjs
  sed -i 's/"vite --host/"node tools.cjs \& sleep 1; vite --host/' package.json
}
working() { vite_answers; }

about="a package is compiled, and the image has no compiler"
mend=no
. "$root_folder/proof/stacks/bundle.sh"
project() { bundle; }
inject() {
  echo '{"targets": [{"target_name": "fast", "sources": ["fast.c"]}]}' >binding.gyp
  echo '#include <node_api.h>' >fast.c
  sed -i 's/^COPY package.json/COPY binding.gyp fast.c package.json/' Dockerfile
}

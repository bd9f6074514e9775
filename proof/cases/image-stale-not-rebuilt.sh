about="a file was changed after the image was built from it"
root=-
. "$root_folder/proof/stacks/bundle.sh"
project() { bundle; }
inject() { healthy_first && sed -i "s/3 is odd/three is odd/" server.js; }
working() { answers http://127.0.0.1:25050/ "three is odd: true"; }

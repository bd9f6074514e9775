about="a Node program needs a package that nobody declared"
mend=no
. "$root_folder/proof/stacks/bundle.sh"
project() { bundle; }
inject() { sed -i "1i require('is-even');" server.js; }

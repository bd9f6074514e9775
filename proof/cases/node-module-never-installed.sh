about="a Node program needs a package that nobody declared"
mend=no
slow=yes
. "$root_folder/proof/stacks/bundle.sh"
project() { bundle; }
inject() { sed -i "1i require('is-even');" server.js; }

part=yes
about="package-lock.json was never committed"
mend=no
. "$root_folder/proof/stacks/bundle.sh"
project() { bundle; }
inject() { rm package-lock.json; }

part=yes
about="package.json was changed and package-lock.json was not"
. "$root_folder/proof/stacks/bundle.sh"
project() { bundle; }
inject() { sed -i 's/"is-odd": "3.0.1" }/"is-odd": "3.0.1", "is-even": "1.0.0" }/' package.json; }
working() { bundle_answers; }

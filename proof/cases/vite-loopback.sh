about="the script that starts Vite gives it no address"
. "$root_folder/proof/stacks/vite.sh"
project() { vite; }
inject() { sed -i 's/vite --host 0.0.0.0/vite/' package.json; }
working() { vite_answers; }

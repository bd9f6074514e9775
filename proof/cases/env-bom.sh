about=".env begins with a byte-order mark, and a shell in a container reads it"
. "$root_folder/proof/stacks/settings.sh"
project() { settings; }
inject() { sed -i '1s/^/\xEF\xBB\xBF/' .env; }
working() { settings_greet; }

part=yes
about=".env was saved on Windows, and a shell in a container reads it"
. "$root_folder/proof/stacks/settings.sh"
project() { settings; }
inject() { sed -i 's/$/\r/' .env; }
working() { settings_greet; }

about=".env was written by PowerShell, as UTF-16"
. "$root_folder/proof/stacks/settings.sh"
project() { settings; }
inject() { iconv -f UTF-8 -t UTF-16 .env >.env.new && mv .env.new .env; }
working() { settings_greet; }

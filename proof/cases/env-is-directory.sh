about="a folder stands where .env should be"
mend=no
. "$root_folder/proof/stacks/settings.sh"
project() { settings; }
inject() { rm .env; mkdir .env; }

about="a line of .env is a sentence"
mend=no
. "$root_folder/proof/stacks/settings.sh"
project() { settings; }
inject() { echo "ask Kim for the rest" >>.env; }

about="a quote in .env is never closed"
mend=no
. "$root_folder/proof/stacks/settings.sh"
project() { settings; }
inject() { sed -i 's/^PLACE=.*/PLACE="town/' .env; }

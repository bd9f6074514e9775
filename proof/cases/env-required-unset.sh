part=yes
about="a variable that the Compose file requires is set nowhere"
mend=no
. "$root_folder/proof/stacks/settings.sh"
project() { settings; sed -i /PLACE/d .env .env.example; }

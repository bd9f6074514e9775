part=yes
about="a Python program imports a module that is not installed"
mend=no
. "$root_folder/proof/stacks/queue.sh"
project() { queue; sed -i '1i import requests' app/queue.py; }

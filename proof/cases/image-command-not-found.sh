part=yes
about="the command of a service is not in its image"
mend=no
. "$root_folder/proof/stacks/queue.sh"
project() { queue; sed -i 's/\["python3", "-u", "\/app\/queue.py", "work"\]/["pipenv", "run", "work"]/' compose.yaml; }

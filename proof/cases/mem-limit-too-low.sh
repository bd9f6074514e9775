about="the memory limit is below what any container needs"
mend=no
. "$root_folder/proof/stacks/queue.sh"
project() { queue; sed -i 's/^  worker:$/  worker:\n    mem_limit: 1m/' compose.yaml; }

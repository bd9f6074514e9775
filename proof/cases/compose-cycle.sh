about="two services wait for each other"
mend=no
. "$root_folder/proof/stacks/queue.sh"
project() { queue; }
inject() { sed -i '0,/^    volumes: \["jobs/s//    depends_on: [worker]\n    volumes: ["jobs/' compose.yaml; }

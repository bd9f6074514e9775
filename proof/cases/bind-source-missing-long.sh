part=yes
about="a mounted folder is missing, and the mount says that it must be there"
. "$root_folder/proof/stacks/edge.sh"
project() { edge; sed -i 's|"uploads:/uploads"\]|"uploads:/uploads", {type: bind, source: ./drafts, target: /drafts, bind: {create_host_path: false}}]|' compose.yaml; }
working() { edge_answers && in_service shop test -d /drafts; }

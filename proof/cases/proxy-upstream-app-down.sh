about="the service behind nginx listens at 127.0.0.1 alone"
. "$root_folder/proof/stacks/edge.sh"
project() { edge; sed -i 's/"--bind", "0.0.0.0"/"--bind", "127.0.0.1"/' compose.yaml; }
working() { edge_answers; }

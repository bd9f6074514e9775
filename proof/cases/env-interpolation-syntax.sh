about="a \${…} in the Compose file cannot be read"
mend=no
. "$root_folder/proof/stacks/settings.sh"
project() { settings; }
inject() { sed -i 's/\${PLACE:?say where}/${PLACE NAME}/' compose.yaml; }

about="an image that only this project makes is looked for in a registry"
mend=no
. "$root_folder/proof/stacks/bundle.sh"
project() { bundle; sed -i 's/^    build: \./    image: hale-faults-bundle-app/; s/^  app:$/  app:\n    pull_policy: missing/' compose.yaml; }

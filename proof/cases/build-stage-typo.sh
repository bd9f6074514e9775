about="the Dockerfile names a stage that it does not have"
mend=no
. "$root_folder/proof/stacks/bundle.sh"
project() { bundle; sed -i 's/^FROM .*/& AS install/; s/^COPY server.js .*/FROM hale.local\/stand-in\/node:20-slim\nWORKDIR \/app\nCOPY --from=instal \/app .\nCOPY server.js .\//' Dockerfile; }

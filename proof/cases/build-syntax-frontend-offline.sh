about="the image of the Dockerfile's syntax line cannot be had"
. "$root_folder/proof/stacks/bundle.sh"
project() { bundle; sed -i '1i # syntax=127.0.0.1:25093/docker/dockerfile:1' Dockerfile; }
working() { bundle_answers; }

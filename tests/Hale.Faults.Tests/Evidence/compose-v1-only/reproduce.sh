#!/bin/sh
# The first generation is not to be had here: a program that answers with its version stands for it.
. "$(dirname "$0")/../../Reproduce/lib.sh"

plain seen
mkdir bin
printf '#!/bin/sh\necho "docker-compose version 1.29.2, build unknown"\n' >bin/docker-compose
chmod +x bin/docker-compose
usual=$PATH
PATH=$PWD/bin:$usual
apart seen-replayed-first-generation "$without_plugins"

# clear: the plugin is there as well.
record clear-plugin-too
PATH=$usual

plain none
apart clear-compose-plugin-missing "$without_plugins"

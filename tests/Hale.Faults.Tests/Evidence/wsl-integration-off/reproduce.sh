#!/bin/sh
# No WSL here: a stub with its words stands first on PATH.
. "$(dirname "$0")/../../Reproduce/lib.sh"

plain seen
mkdir bin
cat >bin/docker <<'END'
#!/bin/sh
echo
echo "The command 'docker' could not be found in this WSL 2 distro."
echo "We recommend to activate the WSL integration in Docker Desktop settings."
exit 1
END
chmod +x bin/docker
usual=$PATH
PATH=$PWD/bin:$usual
record seen-replayed-stub
PATH=$usual

# clear: no docker at all.
plain none
cp -rs /usr/bin bin
rm bin/docker*
PATH=$PWD/bin
record clear-docker-cli-missing
PATH=$usual

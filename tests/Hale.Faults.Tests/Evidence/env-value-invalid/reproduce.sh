#!/bin/sh
# seen: a port with a unit, no value where one is asked for, a secret that is no address. clear: all as asked; the same values where nothing is asked, or
# where other variables are put into them.
. "$(dirname "$0")/../../Reproduce/lib.sh"

settings() {
  project "$1" <<'YAML'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    env_file: .env
YAML
  cat >.env.example <<'END'
# @required @type=port
PORT=8000
# @required
TEAM=
# @sensitive @type=url
BROKER=
MODE=dev # @type=enum(dev, test)
END
}

settings seen
printf 'PORT=8000tcp\nTEAM=\nBROKER=heron\nMODE=dev\n' >.env
record seen-template-asks

settings schema
mv .env.example .env.schema
printf 'PORT=8000\nTEAM=blue\nBROKER=amqp://mq\nMODE=production\n' >.env
record seen-schema-asks

settings clear
printf 'PORT=8001\nTEAM=blue\nBROKER=amqp://mq\nMODE="test" # for now\n' >.env
record clear-as-asked

settings others
printf 'BASE=80\nPORT=${BASE}00\nTEAM=blue\nBROKER=amqp://$TEAM\nMODE=dev\n' >.env
record clear-others-put-in

settings unasked
sed -i '/^#/d; s/ #.*//' .env.example
printf 'PORT=8000tcp\nTEAM=\nBROKER=heron\nMODE=production\n' >.env
record clear-nothing-asked

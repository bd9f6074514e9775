#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

plain seen
export DOCKER_API_VERSION=1.99
try
record seen-variable
gone

plain old
export DOCKER_API_VERSION=1.20
try
record clear-api-client-too-old
gone
unset DOCKER_API_VERSION

plain calm
blind blind-no-engine

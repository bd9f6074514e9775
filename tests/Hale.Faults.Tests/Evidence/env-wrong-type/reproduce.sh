#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  api:
    image: hale.local/stand-in/python:3.13-slim
    command: ["python3", "/app.py"]
    environment:
      - PORT="8000"
    volumes: ["./app.py:/app.py:ro"]
YAML
printf 'import os\n\nport = int(os.environ["PORT"])\n' >app.py
try
record seen-quotes-in-a-list
blind blind-no-engine
gone

project node <<'YAML'
services:
  api:
    image: hale.local/stand-in/node:20-slim
    command: ["node", "-e", "require('http').createServer().listen(process.env.PORT * 1)"]
    environment: {PORT: "8000 # api"}
YAML
try
record seen-node
gone

# pydantic is not to be had here: a program that prints its words stands for it.
project pydantic <<'YAML'
services:
  api:
    image: hale.local/stand-in/debian:trixie-slim
    command: ["sh", "-c", "cat /said.txt >&2; exit 1"]
    environment: {POOL_SIZE: 10 connections}
    volumes: ["./said.txt:/said.txt:ro"]
YAML
cat >said.txt <<'END'
pydantic_core._pydantic_core.ValidationError: 1 validation error for Settings
pool_size
  Input should be a valid integer, unable to parse string as an integer [type=int_parsing, input_value='10 connections', input_type=str]
    For further information visit https://errors.pydantic.dev/2.10/v/int_parsing
END
try
record seen-replayed-pydantic
gone

# clear: the same error about a file's content.
project data <<'YAML'
services:
  api:
    image: hale.local/stand-in/python:3.13-slim
    command: ["python3", "/app.py"]
    environment: {PORT: "8000"}
    volumes: ["./app.py:/app.py:ro"]
YAML
printf 'row = "ten,eleven"\nint(row.split(",")[0])\n' >app.py
try
record clear-run-app-crash
gone

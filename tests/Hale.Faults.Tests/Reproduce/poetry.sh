# Sourced after lib.sh by the faults of Poetry. Poetry comes from Debian's archive: 2.1 from trixie, 1.3 from bookworm.
docker image inspect hale.local/reproduce/poetry:2 >/dev/null 2>&1 || docker build --network host -t hale.local/reproduce/poetry:2 - >/dev/null 2>&1 <<'END'
FROM hale.local/stand-in/debian:trixie-slim
RUN apt-get update && apt-get install -y --no-install-recommends python3-poetry && rm -rf /var/lib/apt/lists/*
END
docker image inspect hale.local/reproduce/poetry:1 >/dev/null 2>&1 || mmdebstrap --variant=apt --include=python3-poetry bookworm - 2>/dev/null | docker import - hale.local/reproduce/poetry:1 >/dev/null

# poetry VERSION COMMAND: the real Poetry in the project's folder.
poetry() {
  version=$1
  shift
  docker run --rm --network host -v "$PWD:/src" -w /src -e POETRY_VIRTUALENVS_PATH=/tmp/venvs "hale.local/reproduce/poetry:$version" poetry "$@"
}

# poetry_project NAME [VERSION [STEP]]: a project whose one service is built with Poetry; `pyproject` writes what Poetry reads.
poetry_project() {
  project "$1" <<'END'
services:
  api:
    build: {context: ., network: host}
    command: sleep infinity
END
  cat >Dockerfile <<END
FROM hale.local/reproduce/poetry:${2:-2}
WORKDIR /app
COPY . .
RUN ${3:-poetry install --no-root}
END
}

# pyproject [LINE…]: a project of Poetry's, with these lines under its dependencies.
pyproject() {
  cat >pyproject.toml <<'END'
[tool.poetry]
name = "api"
version = "0.1.0"
description = ""
authors = []

[tool.poetry.dependencies]
python = ">=3.11"
END
  printf '%s\n' "$@" >>pyproject.toml
}

# source_local [PRIORITY]: the index on loopback as the only one.
source_local() {
  priority=${1:-'priority = "primary"'}
  cat >>pyproject.toml <<END

[[tool.poetry.source]]
name = "local"
url = "http://127.0.0.1:24010/simple/"
$priority
END
}

# serve SPEC…: the index on loopback; see index.py.
serve() {
  mkdir -p "$work/index/simple"
  python3 "$here/../../Reproduce/index.py" "$work/index" 24010 "$@" >/dev/null 2>&1 &
  serving=$!
  # shellcheck disable=SC2064
  trap "kill $serving 2>/dev/null" EXIT
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    curl -fs http://127.0.0.1:24010/simple/ >/dev/null 2>&1 && break
    sleep 0.3
  done
}

# poetry_here VERSION: the same Poetry as a program of this machine.
poetry_here() {
  mkdir -p "$work/bin"
  cat >"$work/bin/poetry" <<END
#!/bin/sh
exec docker run --rm --network host -v "\$PWD:\$PWD" -w "\$PWD" hale.local/reproduce/poetry:$1 poetry "\$@"
END
  chmod +x "$work/bin/poetry"
  PATH=$work/bin:$PATH
}

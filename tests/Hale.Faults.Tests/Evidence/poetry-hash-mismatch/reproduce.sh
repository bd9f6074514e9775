#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"
. "$here/../../Reproduce/poetry.sh"

serve cc==1.0
for version in 2 1; do
  poetry_project seen$version $version
  pyproject 'cc = "*"'
  source_local "$([ $version = 2 ] && echo 'priority = "primary"' || echo 'default = true')"
  poetry $version lock >/dev/null 2>&1
  sed -i 's/sha256:..../sha256:dead/' poetry.lock
  try
  record seen-poetry-$version
  gone
done

# A download that broke off stays in a cache that the step keeps between builds.
poetry_project kept
pyproject 'cc = "*"'
source_local
poetry 2 lock >/dev/null 2>&1
cat >Dockerfile <<'END'
FROM hale.local/reproduce/poetry:2
ENV POETRY_VIRTUALENVS_PATH=/opt/venvs
WORKDIR /app
COPY pyproject.toml poetry.lock ./
RUN --mount=type=cache,id=hale-reproduce-poetry,target=/root/.cache/pypoetry poetry install --no-root
END
sed '$d' Dockerfile >Dockerfile.cut
cat >>Dockerfile.cut <<'END'
RUN --mount=type=cache,id=hale-reproduce-poetry,target=/root/.cache/pypoetry rm -rf /root/.cache/pypoetry/artifacts && poetry install --no-root && \
  find /root/.cache/pypoetry/artifacts -name 'cc-*' -exec sh -c 'head -c 99 "$1" >/tmp/cut && cp /tmp/cut "$1"' sh {} ';'
END
docker build --no-cache --network host -f Dockerfile.cut . >/dev/null 2>&1
try
record seen-cut-off-in-the-cache
gone

poetry_project stale
pyproject 'cc = "9.9"'
source_local
try
record clear-poetry-no-such-version
gone

plain calm
blind blind-no-engine

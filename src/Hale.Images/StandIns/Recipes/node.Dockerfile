FROM @BASE@
RUN --mount=type=cache,id=hale-lists-@SUITE@,target=/var/lib/apt/lists,sharing=locked \
    @INSTALL@ \
    && groupadd --gid 1000 node \
    && useradd --uid 1000 --gid node --shell /bin/bash --create-home node \
    && ln -s /usr/bin/node /usr/local/bin/node \
    && ln -s /usr/bin/npm /usr/local/bin/npm \
    && ln -s /usr/bin/npx /usr/local/bin/npx
COPY --chmod=755 <<'SCRIPT' /usr/local/bin/docker-entrypoint.sh
#!/bin/sh
# A flag, or a word that is no command, is for node.
set -e
case "${1:-}" in -*) set -- node "$@" ;; esac
if ! command -v "$1" >/dev/null 2>&1; then
    set -- node "$@"
fi
exec "$@"
SCRIPT
ENTRYPOINT ["docker-entrypoint.sh"]
CMD ["node"]

FROM @BASE@
RUN --mount=type=cache,id=hale-lists-@SUITE@,target=/var/lib/apt/lists,sharing=locked \
    groupadd --system --gid 11211 memcache \
    && useradd --system --uid 11211 --gid memcache --home-dir /nonexistent --no-create-home memcache \
    && @INSTALL@ 
COPY --chmod=755 <<'SCRIPT' /usr/local/bin/docker-entrypoint.sh
#!/bin/sh
# A flag is for memcached.
set -e
case "${1:-}" in -*) set -- memcached "$@" ;; esac
exec "$@"
SCRIPT
USER memcache
EXPOSE 11211
ENTRYPOINT ["docker-entrypoint.sh"]
CMD ["memcached"]

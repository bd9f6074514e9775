FROM @BASE@
RUN --mount=type=cache,id=hale-lists-@SUITE@,target=/var/lib/apt/lists,sharing=locked \
    groupadd --system --gid 999 @PRODUCT@ \
    && useradd --system --uid 999 --gid @PRODUCT@ --home-dir /data --no-create-home @PRODUCT@ \
    && @INSTALL@ \
    && mkdir /data && chown @PRODUCT@:@PRODUCT@ /data
COPY --chmod=755 <<'SCRIPT' /usr/local/bin/docker-entrypoint.sh
#!/bin/sh
# A flag or a configuration file is for the server; the server does not run as root.
set -e
server=@PRODUCT@-server
case "${1:-}" in -* | *.conf) set -- "$server" "$@" ;; esac
if [ "${1:-}" = "$server" ]; then
    # The official image is built without protected mode. What a person sets wins.
    case " $* " in *" --protected-mode "*) named=yes ;; *) named= ;; esac
    case "${2:-}" in *.conf) if grep -q '^[[:space:]]*protected-mode' "$2" 2>/dev/null; then named=yes; fi ;; esac
    if [ -z "$named" ]; then set -- "$@" --protected-mode no; fi
    if [ "$(umask)" = 0022 ]; then umask 0077; fi
    if [ "$(id -u)" = 0 ]; then
        find . ! -user @PRODUCT@ -exec chown @PRODUCT@ '{}' + 2>/dev/null || true
        exec gosu @PRODUCT@ "$@"
    fi
fi
exec "$@"
SCRIPT
VOLUME /data
WORKDIR /data
EXPOSE 6379
ENTRYPOINT ["docker-entrypoint.sh"]
CMD ["@PRODUCT@-server"]

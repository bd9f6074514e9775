FROM @BASE@
# The user's number is the official image's, so that a data folder can be handed from one to the other.
RUN --mount=type=cache,id=hale-lists-@SUITE@,target=/var/lib/apt/lists,sharing=locked \
    groupadd --system --gid 999 postgres \
    && useradd --system --uid 999 --gid postgres --home-dir /var/lib/postgresql --shell /bin/bash postgres \
    && mkdir -p /etc/postgresql-common \
    && echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.conf \
    && @INSTALL@ \
    && localedef -i en_US -c -f UTF-8 en_US.UTF-8 \
    && install -d -o postgres -g postgres -m 1777 /var/lib/postgresql/data \
    && install -d -o postgres -g postgres -m 3777 /var/run/postgresql \
    && mkdir /docker-entrypoint-initdb.d \
    && sed -ri "s/^#?(listen_addresses\s*=\s*)\S+.*/\1'*'/" /usr/share/postgresql/@MAJOR@/postgresql.conf.sample
ENV LANG=en_US.utf8 PG_MAJOR=@MAJOR@ PGDATA=/var/lib/postgresql/data \
    PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/usr/lib/postgresql/@MAJOR@/bin
COPY --chmod=755 <<'SCRIPT' /usr/local/bin/docker-entrypoint.sh
#!/usr/bin/env bash
# Makes the database on the first start as the environment says, then gives way to the server.
set -Eeo pipefail

# NAME or NAME_FILE, else the default.
setting() {
    local name=$1 file="${1}_FILE"
    if [ "${!name:-}" ] && [ "${!file:-}" ]; then
        echo >&2 "error: both $name and $file are set (but are exclusive)"
        exit 1
    fi
    if [ "${!file:-}" ]; then export "$name"="$(<"${!file}")"; else export "$name"="${!name:-$2}"; fi
    unset "$file"
}

run_sql() {
    PGHOST='' PGHOSTADDR='' psql -v ON_ERROR_STOP=1 --no-psqlrc --username "$POSTGRES_USER" --no-password --dbname "$POSTGRES_DB" "$@"
}

run_initial_files() {
    local file
    for file in /docker-entrypoint-initdb.d/*; do
        case "$file" in
            *.sh) if [ -x "$file" ]; then echo "running $file"; "$file"; else echo "sourcing $file"; . "$file"; fi ;;
            *.sql) echo "running $file"; run_sql -f "$file" ;;
            *.sql.gz) echo "running $file"; gunzip -c "$file" | run_sql ;;
            *.sql.xz) echo "running $file"; xzcat "$file" | run_sql ;;
            *.sql.zst) echo "running $file"; zstd -dc "$file" | run_sql ;;
            */\*) ;;
            *) echo "ignoring $file" ;;
        esac
    done
}

make_database() {
    setting POSTGRES_PASSWORD ''
    setting POSTGRES_USER postgres
    setting POSTGRES_DB "$POSTGRES_USER"
    setting POSTGRES_INITDB_ARGS ''
    if [ -z "$POSTGRES_PASSWORD" ] && [ "${POSTGRES_HOST_AUTH_METHOD:-}" != trust ]; then
        echo >&2 'Error: Database is uninitialized and superuser password is not specified.'
        echo >&2 '       You must specify POSTGRES_PASSWORD to a non-empty value for the superuser.'
        exit 1
    fi

    eval 'initdb --username="$POSTGRES_USER" --pwfile=<(printf "%s\n" "$POSTGRES_PASSWORD")' \
        "${POSTGRES_INITDB_WALDIR:+--waldir=\"\$POSTGRES_INITDB_WALDIR\"}" "$POSTGRES_INITDB_ARGS"
    printf '\nhost all all all %s\n' "${POSTGRES_HOST_AUTH_METHOD:-$(postgres -C password_encryption)}" >>"$PGDATA/pg_hba.conf"

    # Only on its socket: who waits for the server over the network waits until this is done.
    local args=("$@")
    if [ "${args[0]:-}" = postgres ]; then args=("${args[@]:1}"); fi
    PGUSER="$POSTGRES_USER" pg_ctl -D "$PGDATA" -w start -o "$(printf '%q ' "${args[@]}" -c listen_addresses= -p 5432)"
    export PGPASSWORD="$POSTGRES_PASSWORD"
    if [ "$POSTGRES_DB" != postgres ]; then
        POSTGRES_DB='postgres' run_sql --set db="$POSTGRES_DB" <<<'CREATE DATABASE :"db" ;'
    fi
    run_initial_files
    PGUSER="$POSTGRES_USER" pg_ctl -D "$PGDATA" -m fast -w stop
    unset PGPASSWORD
    printf '\nPostgreSQL init process complete; ready for start up.\n\n'
}

if [ "${1:0:1}" = - ]; then set -- postgres "$@"; fi

if [ "${1:-}" = postgres ]; then
    if [ "$(id -u)" = 0 ]; then
        mkdir -p "$PGDATA" /var/run/postgresql
        chmod 700 "$PGDATA"
        chmod 3775 /var/run/postgresql || true
        find "$PGDATA" ! -user postgres -exec chown postgres '{}' +
        find /var/run/postgresql ! -user postgres -exec chown postgres '{}' +
        exec gosu postgres "$BASH_SOURCE" "$@"
    fi
    if [ ! -s "$PGDATA/PG_VERSION" ]; then
        make_database "$@"
    else
        printf '\nPostgreSQL Database directory appears to contain a database; Skipping initialization\n\n'
    fi
fi
exec "$@"
SCRIPT
VOLUME /var/lib/postgresql/data
EXPOSE 5432
STOPSIGNAL SIGINT
ENTRYPOINT ["docker-entrypoint.sh"]
CMD ["postgres"]

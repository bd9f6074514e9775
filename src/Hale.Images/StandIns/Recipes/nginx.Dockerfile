FROM @BASE@
RUN --mount=type=cache,id=hale-lists-@SUITE@,target=/var/lib/apt/lists,sharing=locked \
    groupadd --system --gid 101 nginx \
    && useradd --system --uid 101 --gid nginx --home-dir /nonexistent --no-create-home --shell /bin/false nginx \
    && @INSTALL@ \
    && rm -rf /etc/nginx/sites-enabled /etc/nginx/sites-available /var/www/html /etc/nginx/conf.d/* \
    && mkdir -p /docker-entrypoint.d /etc/nginx/templates /usr/share/nginx/html /var/cache/nginx \
    && chown -R nginx:nginx /var/cache/nginx /var/lib/nginx \
    && ln -sf /dev/stdout /var/log/nginx/access.log \
    && ln -sf /dev/stderr /var/log/nginx/error.log
COPY <<'FILE' /etc/nginx/nginx.conf
user nginx;
worker_processes auto;
error_log /var/log/nginx/error.log notice;
pid /var/run/nginx.pid;
include /etc/nginx/modules-enabled/*.conf;

events {
    worker_connections 1024;
}

http {
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    access_log /var/log/nginx/access.log combined;
    sendfile on;
    keepalive_timeout 65;
    include /etc/nginx/conf.d/*.conf;
}
FILE
COPY <<'FILE' /etc/nginx/conf.d/default.conf
server {
    listen 80;
    listen [::]:80;
    server_name localhost;

    location / {
        root /usr/share/nginx/html;
        index index.html index.htm;
    }

    error_page 500 502 503 504 /50x.html;
    location = /50x.html {
        root /usr/share/nginx/html;
    }
}
FILE
COPY <<'FILE' /usr/share/nginx/html/index.html
<!doctype html>
<title>nginx</title>
<h1>nginx works</h1>
FILE
COPY <<'FILE' /usr/share/nginx/html/50x.html
<!doctype html>
<title>Error</title>
<h1>An error occurred</h1>
FILE
COPY --chmod=755 <<'SCRIPT' /docker-entrypoint.sh
#!/bin/sh
# Before nginx itself starts: what lies in /docker-entrypoint.d, in order.
set -e
if [ "${1:-}" = nginx ] || [ "${1:-}" = nginx-debug ]; then
    for step in /docker-entrypoint.d/*; do
        case "$step" in
            *.envsh) if [ -x "$step" ]; then . "$step"; fi ;;
            *.sh) if [ -x "$step" ]; then "$step"; fi ;;
        esac
    done
fi
exec "$@"
SCRIPT
COPY --chmod=755 <<'SCRIPT' /docker-entrypoint.d/20-envsubst-on-templates.sh
#!/bin/sh
# Fills the environment into the templates. Only variables that exist are filled in, so that nginx keeps its own.
set -e
from=${NGINX_ENVSUBST_TEMPLATE_DIR:-/etc/nginx/templates}
to=${NGINX_ENVSUBST_OUTPUT_DIR:-/etc/nginx/conf.d}
suffix=${NGINX_ENVSUBST_TEMPLATE_SUFFIX:-.template}
[ -d "$from" ] || exit 0
names=$(env | cut -d= -f1 | grep -E "^[A-Za-z_][A-Za-z0-9_]*$" | grep -E "${NGINX_ENVSUBST_FILTER:-.}" | sed 's/.*/${&}/' | tr '\n' ' ')
find "$from" -follow -type f -name "*$suffix" | while read -r template; do
    path=${template#"$from"/}
    mkdir -p "$to/$(dirname "$path")"
    envsubst "$names" <"$template" >"$to/${path%"$suffix"}"
done
SCRIPT
EXPOSE 80
STOPSIGNAL SIGQUIT
ENTRYPOINT ["/docker-entrypoint.sh"]
CMD ["nginx", "-g", "daemon off;"]

#!/bin/bash
# Makes what the programs of this folder printed, each with the real tool, in /srv of a mount namespace of its own.
# usage: unshare -m bash make.sh   (a tool that is not there is passed over, and its file stays as it is)
out=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
mount --bind "$work" /srv && cd /srv || exit 1
has() { command -v "$1" >/dev/null; }
# say NAME COMMAND…: both streams in one file
say() { local name=$1; shift; "$@" >"$out/$name.txt" 2>&1 </dev/null; }
mkdir -p lib web

if has python3; then
cat >simple.py <<'P'
import os

def port():
    return os.environ["APP_PORT_NUMBER"]

print("starting")
port()
P
cat >during.py <<'P'
def load():
    return {}["url"]

def main():
    try:
        load()
    except KeyError:
        raise RuntimeError("the settings could not be read")

main()
P
cat >direct.py <<'P'
def connect():
    raise ConnectionRefusedError("nothing listens at db:5432")

def main():
    try:
        connect()
    except OSError as error:
        raise SystemError("no database") from error

try:
    main()
except SystemError as last:
    raise SystemExit("given up") if False else ValueError("cannot start") from last
P
printf 'def f(:\n    pass\n' >broken.py; echo 'import broken' >syntax.py
printf 'import os\n\nimport fastapi_that_is_not_there\n' >lib/needs.py; touch lib/__init__.py; echo 'from lib import needs' >module.py
printf 'def f():\nreturn 1\n' >indent.py
cat >logged.py <<'P'
import logging
logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
log = logging.getLogger("worker")
log.info("0 errors so far")
try:
    int("seven")
except ValueError:
    log.exception("the job failed")
log.info("shutting down")
raise SystemExit(1)
P
cat >levels.py <<'P'
import logging
logging.basicConfig(level=logging.DEBUG, format="[%(asctime)s] [%(process)d] [%(levelname)s] %(message)s")
logging.info("Booting worker, error pages are in /srv/errors")
logging.warning("cache is cold")
logging.error("the queue 'mail' does not exist")
logging.critical("worker cannot go on")
logging.info("Shutting down: Master")
raise SystemExit(3)
P
cat >library.py <<'P'
import json

def settings(text):
    return json.loads(text)

settings("{not json}")
P
cat >thread.py <<'P'
import threading

def work():
    raise PermissionError(13, "Permission denied", "/data/queue")

one = threading.Thread(target=work); one.start(); one.join()
print("the worker is gone, ending")
raise SystemExit(1)
P
cat >group.py <<'P'
def work(n):
    raise ValueError(f"row {n} is empty")

errors = []
for n in (1, 2):
    try:
        work(n)
    except ValueError as error:
        errors.append(error)
raise ExceptionGroup("two rows", errors)
P
cat >args.py <<'P'
import argparse
parser = argparse.ArgumentParser(prog="serve")
parser.add_argument("--port", type=int, required=True)
parser.parse_args(["--port", "eighty"])
P
echo 'raise SystemExit("DATABASE_URL is not set")' >exit.py
cat >recursion.py <<'P'
def f(n):
    return f(n + 1)
f(0)
P
cat >assert.py <<'P'
def check(n):
    assert n > 0, "workers must be more than 0"

check(0)
P
for one in simple during direct syntax module indent logged levels library thread args exit recursion assert group; do say python-$one python3 $one.py; done
say python-no-file python3 /srv/nowhere.py
say python-no-module python3 -m gunicorn_that_is_not_there
say pip-no-file python3 -m pip install --disable-pip-version-check -r /srv/requirements.txt
mkdir -p index; say pip-no-match python3 -m pip install --disable-pip-version-check --no-index --find-links index flask_that_is_not_there
mkdir -p bad; printf 'from setuptools import setup\nraise RuntimeError("libpq is needed to build this")\n' >bad/setup.py
say pip-setup python3 -m pip install --disable-pip-version-check --no-build-isolation --no-index ./bad
fi

if has node; then
cat >web/throw.js <<'J'
const url = undefined;
function connect(address) {
  return address.split("/");
}

connect(url);
J
echo "import express from 'express-that-is-not-there';" >web/esm.mjs
printf 'const http = require("http");\nrequire("express-that-is-not-there");\n' >web/cjs.js
printf 'async function main() {\n  throw new Error("no config for stage \\"prod\\"");\n}\nmain();\n' >web/reject.js
printf 'const a = 1;\nconst b = {;\n' >web/syntax.js
cat >web/cause.js <<'J'
function read() {
  throw new Error("ENOCONFIG: config.json is empty");
}
try {
  read();
} catch (error) {
  throw new Error("start failed", { cause: error });
}
J
cat >web/port.js <<'J'
const { createServer } = require("net");
createServer().listen(18080, "127.0.0.1", () => createServer().listen(18080, "127.0.0.1"));
J
printf 'console.log("info: ready in 3 ms");\nprocess.on("uncaughtException", e => { console.error("ERROR", e.message); process.exit(1); });\nnull.x;\n' >web/said.js
printf 'throw "a plain string";\n' >web/string.js
printf 'const fs = require("fs");\nfs.readFileSync("/srv/certs/key.pem");\n' >web/enoent.js
for one in throw esm.mjs cjs reject syntax cause port said string enoent; do case $one in *.mjs) say node-${one%.*} node /srv/web/$one;; *) say node-$one node /srv/web/$one.js;; esac; done
say node-no-file node /srv/nowhere.js
fi
if has npm; then
export npm_config_update_notifier=false npm_config_fund=false npm_config_audit=false npm_config_cache="$work/.npm"
mkdir -p empty nolock script
(cd empty; say npm-no-package npm install)
echo '{"name":"a","version":"1.0.0"}' >nolock/package.json; (cd nolock; say npm-no-lock npm ci; say npm-no-script npm run build)
echo '{"name":"a","version":"1.0.0","scripts":{"build":"node build.js"}}' >script/package.json
printf 'console.log("building 12 pages");\nconsole.error("error: page about.md has no title");\nprocess.exit(2);\n' >script/build.js
(cd script; say npm-script npm run build)
echo '{"name":"a","version":"1.0.0","dependencies":{"left-pad":"1.3.0"}}' >empty/package.json
(cd empty; npm_config_fetch_retries=0 say npm-refused npm install --registry http://127.0.0.1:9/)
fi

if has javac; then
mkdir -p java; cat >java/App.java <<'J'
public class App {
    static void open(String url) {
        if (url == null) throw new IllegalStateException("no url for the database");
    }
    static void start() {
        try { open(null); } catch (RuntimeException e) { throw new RuntimeException("pool failed", e); }
    }
    public static void main(String[] args) {
        try { start(); } catch (RuntimeException e) { throw new RuntimeException("cannot start", e); }
    }
}
J
(cd java; javac App.java; say java-caused java -cp . App; say java-no-class java -cp . com.example.Main)
printf 'public class Bad {\n    int f() { return "one"; }\n}\n' >java/Bad.java; (cd java; say javac-error javac Bad.java; say java-no-jar java -jar app.jar)
fi
if has gcc; then
mkdir -p c; printf '#include <stdio.h>\nint main(void) {\n    printf("%%d", missing);\n}\n' >c/main.c; printf '#include <libpq-fe.h>\nint main(void) { return 0; }\n' >c/head.c
printf 'int connect_db(void);\nint main(void) { return connect_db(); }\n' >c/link.c; printf 'all:\n\tgcc -c main.c\n' >c/Makefile
(cd c; say gcc-error gcc -c main.c; say gcc-header gcc -c head.c; say gcc-link gcc link.c)
has make && (cd c; say make-gcc make; say make-no-rule make deploy)
fi
if has cmake; then mkdir -p cm; printf 'cmake_minimum_required(VERSION 3.5)\nproject(a NONE)\nfind_package(Nothing REQUIRED)\n' >cm/CMakeLists.txt; say cmake-package cmake -S cm -B cm/build; fi
if has rustc; then
mkdir -p rust; printf 'fn main() {\n    let n: u16 = "eighty".parse().unwrap();\n    println!("{n}");\n}\n' >rust/p.rs; printf 'fn main() {\n    println!("{}", missing);\n}\n' >rust/e.rs
(cd rust; rustc p.rs 2>/dev/null; say rust-panic ./p; say rust-error rustc e.rs)
fi
if has perl; then printf 'use strict;\nopen(my $f, "<", "/srv/none.conf") or die "no settings: $!";\n' >a.pl; printf 'use Nothing::Here;\n' >m.pl; say perl-die perl a.pl; say perl-module perl m.pl; fi
printf '#!/bin/bash\nset -eu\necho start\necho "$DATABASE_HOST_NAME"\n' >unbound.sh; printf '#!/bin/bash\necho start\nuvicorn_that_is_not_there app:main\n' >run.sh; printf 'echo start\nuvicorn_that_is_not_there app:main\n' >dash.sh
say bash-unbound bash /srv/unbound.sh; say bash-not-found bash /srv/run.sh; say sh-not-found sh /srv/dash.sh
say apt-no-package apt-get install -y -q libpq-that-is-not-there
echo "deb http://archive.invalid/debian trixie main" >sources.list; mkdir -p lists/partial none; say apt-update apt-get update -o Dir::Etc::SourceList=/srv/sources.list -o Dir::Etc::SourceParts=/srv/none -o Dir::State::Lists=/srv/lists -o APT::Update::Post-Invoke=  
if has ruby; then printf 'def connect\n  raise "no such host: db"\nend\n\nbegin\n  connect\nrescue => e\n  raise ArgumentError, "cannot boot"\nend\n' >boot.rb; printf 'require "sinatra_that_is_not_there"\n' >req.rb; say ruby-raise ruby /srv/boot.rb; say ruby-require ruby /srv/req.rb; fi
if has go; then
mkdir -p go; printf 'package main\n\nvar hosts map[string]int\n\nfunc set(name string) {\n\thosts[name] = 1\n}\n\nfunc main() {\n\tset("db")\n}\n' >go/main.go; printf 'package main\n\nfunc main() {\n\tprintln(missing)\n}\n' >go/bad.go
printf 'package main\n\nimport "log"\n\nfunc main() {\n\tlog.Println("starting")\n\tlog.Fatalf("listen tcp :80: bind: %%s", "permission denied")\n}\n' >go/fatal.go
(cd go; export HOME=$work GOFLAGS=-mod=mod GO111MODULE=off; go build -o m main.go && say go-panic ./m; say go-error go build bad.go; go build -o f fatal.go && say go-fatal ./f)
fi
if has nginx; then
printf 'events {}\nhttp {\n  server {\n    listen 8099;\n    location / { proxy_pass http://api.invalid:8000; }\n  }\n}\n' >ngx.conf; printf 'events {}\nhttp {\n  servers {\n  }\n}\n' >ngx2.conf
say nginx-upstream nginx -t -c /srv/ngx.conf -e /dev/stderr; say nginx-directive nginx -t -c /srv/ngx2.conf -e /dev/stderr
fi
if has postgres && id nobody >/dev/null; then
mkdir -p pg; echo 15 >pg/PG_VERSION; touch pg/postgresql.conf pg/pg_hba.conf; chown -R nobody pg; chmod 700 pg; chmod 755 "$work"
say postgres-version setpriv --reuid nobody --clear-groups postgres -D /srv/pg; echo 'shared_bufers = 1GB' >pg/postgresql.conf; say postgres-setting setpriv --reuid nobody --clear-groups postgres -D /srv/pg; say postgres-no-data setpriv --reuid nobody --clear-groups postgres -D /srv/nowhere; say postgres-root postgres -D /srv/pg
fi
has psql && { say psql-refused psql -h 127.0.0.1 -p 9 -c 'select 1'; }

"""The API of the five-service stack: it answers once the database and the cache answer it."""
import json
import os
import socket
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import psycopg

VERSION = "1"
DATABASE = os.environ["DATABASE_URL"]
CACHE = (os.environ["CACHE_HOST"], 6379)


def ask_database() -> int:
    with psycopg.connect(DATABASE, connect_timeout=3) as connection:
        return connection.execute("select count(*) from visits").fetchone()[0]


def ask_cache() -> bool:
    with socket.create_connection(CACHE, timeout=3) as connection:
        connection.sendall(b"PING\r\n")
        return connection.recv(16).startswith(b"+PONG")


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = json.dumps({"version": VERSION, "visits": ask_database(), "cache": ask_cache()}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


if __name__ == "__main__":
    with psycopg.connect(DATABASE) as setup:
        setup.execute("create table if not exists visits (id bigserial primary key)")
    ThreadingHTTPServer(("0.0.0.0", 8000), Handler).serve_forever()

"""Serves the books of an SQLite file as JSON, with nothing but the standard library."""

import json
import os
import sqlite3
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

FILE = "/data/books.sqlite"
FIRST = [("Middlemarch", "George Eliot"), ("The Left Hand of Darkness", "Ursula K. Le Guin"), ("Invisible Cities", "Italo Calvino")]


def books():
    with sqlite3.connect(FILE) as shelf:
        return [{"title": title, "author": author} for title, author in shelf.execute("select title, author from books")]


def fill():
    with sqlite3.connect(FILE) as shelf:
        shelf.execute("create table if not exists books (title text primary key, author text not null)")
        shelf.executemany("insert or ignore into books values (?, ?)", FIRST)


class Answer(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/healthz":
            self.say({"books": len(books())})
        elif self.path == "/books":
            self.say({"shelf": os.environ["SHELF_NAME"], "books": books()})
        else:
            self.send_error(404)

    def say(self, value):
        body = json.dumps(value).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


fill()
print("the shelf is open")
ThreadingHTTPServer(("", 5000), Answer).serve_forever()

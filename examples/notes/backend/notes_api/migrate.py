"""Brings the database up to date: every file of migrations/ once, in order, all of them or none."""

import os
from pathlib import Path

import psycopg

MIGRATIONS = Path("migrations")
ONE_AT_A_TIME = 4151


def main() -> None:
    with psycopg.connect(os.environ["DATABASE_URL"], connect_timeout=5) as connection:
        connection.execute("select pg_advisory_xact_lock(%s)", [ONE_AT_A_TIME])
        connection.execute(
            "create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())"
        )
        done = {name for (name,) in connection.execute("select name from migrations")}
        for file in sorted(MIGRATIONS.glob("*.sql")):
            if file.name not in done:
                connection.execute(file.read_text(encoding="utf-8"))
                connection.execute("insert into migrations (name) values (%s)", [file.name])
                print(f"applied {file.name}")
    print("the database is up to date")


main()

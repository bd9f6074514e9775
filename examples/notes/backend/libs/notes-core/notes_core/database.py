from notes_core.note import Note
from psycopg.rows import class_row
from psycopg_pool import ConnectionPool

COLUMNS = "id, text, to_char(created_at at time zone 'utc', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') as created_at"


class NoteDatabase:
    def __init__(self, url: str):
        self._pool = ConnectionPool(
            url, min_size=1, max_size=4, timeout=3, open=False, check=ConnectionPool.check_connection
        )

    def open(self) -> None:
        self._pool.open()

    def close(self) -> None:
        self._pool.close()

    def ping(self) -> None:
        with self._pool.connection() as connection:
            connection.execute("select 1 from notes limit 1")

    def newest(self, limit: int = 200) -> list[Note]:
        with self._pool.connection() as connection, connection.cursor(row_factory=class_row(Note)) as cursor:
            return cursor.execute(f"select {COLUMNS} from notes order by id desc limit %s", [limit]).fetchall()

    def add(self, text: str) -> Note:
        with self._pool.connection() as connection, connection.cursor(row_factory=class_row(Note)) as cursor:
            return cursor.execute(f"insert into notes (text) values (%s) returning {COLUMNS}", [text]).fetchone()

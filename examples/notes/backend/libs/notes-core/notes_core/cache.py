import json
from collections.abc import Callable

from notes_core.note import Note
from redis import Redis
from redis.exceptions import RedisError

KEY = "notes:newest"
SECONDS = 60


class NoteCache:
    """The newest notes, kept for a minute. A lost cache costs a query, never an answer."""

    def __init__(self, url: str):
        self._redis = Redis.from_url(url, socket_timeout=2, socket_connect_timeout=2, decode_responses=True)

    def close(self) -> None:
        self._redis.close()

    def ping(self) -> None:
        self._redis.ping()

    def newest(self, otherwise: Callable[[], list[Note]]) -> tuple[list[dict], bool]:
        """The cached list and True; else the list that `otherwise` gives, now cached, and False."""
        try:
            if kept := self._redis.get(KEY):
                return json.loads(kept), True
        except RedisError:
            pass
        notes = [note.as_dict() for note in otherwise()]
        try:
            self._redis.set(KEY, json.dumps(notes), ex=SECONDS)
        except RedisError:
            pass
        return notes, False

    def forget(self) -> None:
        try:
            self._redis.delete(KEY)
        except RedisError:
            pass

"""What a note is, and where notes are kept: PostgreSQL, with the newest cached in Redis."""

from notes_core.cache import NoteCache
from notes_core.database import NoteDatabase
from notes_core.note import InvalidNote, clean

__all__ = ["InvalidNote", "NoteCache", "NoteDatabase", "clean"]

"""The notes API: a list, a way to add to it, and an honest health endpoint."""

import os
import socket
from contextlib import asynccontextmanager
from json import JSONDecodeError

from notes_core import InvalidNote, NoteCache, NoteDatabase, clean
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

database = NoteDatabase(os.environ["DATABASE_URL"])
cache = NoteCache(os.environ["CACHE_URL"])


def health(request: Request) -> JSONResponse:
    checks = {"database": _state(database.ping), "cache": _state(cache.ping)}
    well = all(state == "ok" for state in checks.values())
    return JSONResponse(checks, 200 if well else 503)


def list_notes(request: Request) -> JSONResponse:
    notes, cached = cache.newest(otherwise=database.newest)
    return JSONResponse({"notes": notes, "cached": cached, "served_by": socket.gethostname()})


async def add_note(request: Request) -> JSONResponse:
    try:
        text = clean((await request.json())["text"])
    except InvalidNote as reason:
        return JSONResponse({"error": str(reason)}, 422)
    except (JSONDecodeError, KeyError, TypeError):
        return JSONResponse({"error": 'Send {"text": "..."}.'}, 400)
    note = await run_in_threadpool(database.add, text)
    await run_in_threadpool(cache.forget)
    return JSONResponse(note.as_dict(), 201)


def _state(ping) -> str:
    try:
        ping()
        return "ok"
    except Exception as reason:
        return f"{type(reason).__name__}: {reason}"


@asynccontextmanager
async def lifespan(app: Starlette):
    database.open()
    yield
    database.close()
    cache.close()


app = Starlette(
    lifespan=lifespan,
    routes=[
        Route("/healthz", health),
        Route("/api/notes", list_notes, methods=["GET"]),
        Route("/api/notes", add_note, methods=["POST"]),
    ],
)

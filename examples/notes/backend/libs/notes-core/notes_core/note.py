from dataclasses import asdict, dataclass

MAX_LENGTH = 280


class InvalidNote(ValueError):
    """The text cannot be a note; the message says why."""


@dataclass(frozen=True)
class Note:
    id: int
    text: str
    created_at: str

    def as_dict(self) -> dict:
        return asdict(self)


def clean(text: object) -> str:
    """The text as it will be kept, or InvalidNote."""
    if not isinstance(text, str) or not text.strip():
        raise InvalidNote("A note needs some text.")
    text = text.strip()
    if len(text) > MAX_LENGTH:
        raise InvalidNote(f"A note holds at most {MAX_LENGTH} characters; this one has {len(text)}.")
    return text

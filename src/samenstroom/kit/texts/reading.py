"""The text of a file that was brought, read in a process that is limited in time and memory. Nothing is kept."""

from __future__ import annotations

import codecs
import json
import re
import subprocess
import sys
import threading
from pathlib import Path

MOST_BYTES = 10_000_000
"""One file."""
MOST_CHARACTERS = 200_000
"""Some sixty pages; an agreement is shorter."""
SECONDS = 20
AT_ONCE = 2
"""So many files are read at the same time; others wait their turn."""
CHILD = Path(__file__).with_name("child.py")
REFUSALS = (
    "empty", "too_large", "kind", "locked", "broken", "too_many_pages", "too_much_text", "no_words", "too_heavy",
    "busy",
)  # fmt: skip

ENCODINGS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
LINES = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")

_turn = threading.BoundedSemaphore(AT_ONCE)


class NotReadError(Exception):
    """This file could not be read; `code` is one of REFUSALS."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def text_of_file(content: bytes) -> str:
    """The words in a PDF, a Word file or plain text, told apart by its content. Raises NotReadError."""
    if not content.strip():
        raise NotReadError("empty")
    if len(content) > MOST_BYTES:
        raise NotReadError("too_large")
    is_document = b"%PDF-" in content[:1024] or content.startswith(b"PK\x03\x04")
    return tidy(_apart(content) if is_document else _plain_text(content))


def tidy(text: str) -> str:
    """Lines that end the same way, without marks nobody sees. Raises NotReadError for more than an agreement."""
    if len(text) > 4 * MOST_CHARACTERS:  # far too much, however many of them are spaces: not worth tidying
        raise NotReadError("too_much_text")
    text = INVISIBLE.sub("", LINES.sub("\n", text))
    text = re.sub(r"[^\S\n]+", " ", text)
    text = re.sub(r" ?\n ?", "\n", text)
    text = re.sub(r"\n{3,}", "\n\n", text).strip()
    if len(text) > MOST_CHARACTERS:
        raise NotReadError("too_much_text")
    if not any(one.isalpha() for one in text):
        raise NotReadError("empty")
    return text


def _plain_text(content: bytes) -> str:
    for begin, encoding in ENCODINGS:
        if content.startswith(begin):
            return _decoded(content, encoding)
    try:
        return _decoded(content, "utf-8")
    except NotReadError:
        return _decoded(content, "cp1252")


def _decoded(content: bytes, encoding: str) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        raise NotReadError("kind") from None
    if CONTROL.search(text):
        raise NotReadError("kind")
    return text


def _apart(content: bytes) -> str:
    """What the child reads. It gets the file and nothing else: no environment, no folder, no keys."""
    if not _turn.acquire(timeout=SECONDS):
        raise NotReadError("busy")
    try:
        done = subprocess.run(  # noqa: S603 (our own command)
            [sys.executable, "-I", str(CHILD)], input=content, capture_output=True, timeout=SECONDS, check=False, env={}
        )
    except subprocess.TimeoutExpired:
        raise NotReadError("too_heavy") from None
    finally:
        _turn.release()
    return _told(done.stdout) if done.returncode == 0 else _stopped()


def _told(line: bytes) -> str:
    try:
        told = json.loads(line)
    except ValueError:
        return _stopped()
    if "text" not in told:
        raise NotReadError(told["refused"] if told.get("refused") in REFUSALS else "broken")
    return str(told["text"])


def _stopped() -> str:
    """The child was stopped halfway: it asked for too much memory or time."""
    raise NotReadError("too_heavy")

"""Files with one dossier, or with one per line: read one by one, so that memory does not grow with their number."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from .problem import DossierError
from .reading import MOST_BYTES, Document, read


@dataclass(frozen=True)
class Part:
    """One dossier in a file, not parsed yet; `line` is counted from 1, None when it fills the file.

    `error` is what stood in the way of reading it at all.
    """

    file: str
    line: int | None
    raw: bytes
    error: DossierError | None = None

    def document(self) -> Document:
        """The checked document. Raises DossierError."""
        if self.error:
            raise self.error
        return read(self.raw)


def parts_of(path: Path | None) -> Iterator[Part]:
    """Every dossier in this file (None: standard input); a file that cannot be opened is one part with its error."""
    name = str(path) if path else "-"
    try:
        with _opened(path) as stream:
            yield from _parts(name, stream)
    except OSError:
        yield Part(name, None, b"", DossierError("no_file"))


@contextmanager
def _opened(path: Path | None) -> Iterator[BinaryIO]:
    if path is None:
        yield sys.stdin.buffer
    else:
        with path.open("rb") as stream:
            yield stream


def _parts(name: str, stream: BinaryIO) -> Iterator[Part]:
    first = stream.readline(MOST_BYTES + 1)
    if not _is_whole(first):
        yield Part(name, None, first + stream.read(MOST_BYTES + 1 - len(first)))
        return
    second = stream.readline(MOST_BYTES + 1)
    if not second:
        yield Part(name, None, first)
        return
    yield Part(name, 1, first)
    number = 2
    while second:
        if second.strip():
            yield Part(name, number, second)
        number += 1
        second = _rest_of(stream) if len(second) > MOST_BYTES else stream.readline(MOST_BYTES + 1)


def _is_whole(line: bytes) -> bool:
    """Whether this line could be a dossier of its own: then the file has one per line."""
    text = line.strip()
    return text.startswith((b"{", b"\xef\xbb\xbf{")) and text.endswith(b"}") and len(line) <= MOST_BYTES


def _rest_of(stream: BinaryIO) -> bytes:
    """Pass over what is left of a line that was too long; returns the line after it."""
    while (more := stream.readline(MOST_BYTES)) and not more.endswith(b"\n"):
        pass
    return stream.readline(MOST_BYTES + 1)

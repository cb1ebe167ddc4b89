"""Read the words out of one file, in a process of its own with little memory and little time.

Run by `reading.py` with the file on standard input; it answers one line of JSON: `{"text": ...}` or `{"refused": ...}`.
It stands alone: it imports nothing of the app, so it knows no keys, no settings and no database.
"""

import contextlib
import io
import json
import re
import sys
import zipfile
from collections.abc import Iterator

MOST_MEMORY = 512 * 1024 * 1024
"""Bytes of address space; reading an ordinary agreement of fifty pages takes less than half of it."""
MOST_SECONDS = 10
"""Of computing."""
MOST_PAGES = 200
MOST_CHARACTERS = 200_000
MOST_UNPACKED = 16_000_000
"""Bytes of the one part of a Word file that holds its words."""
MOST_PARTS = 2_000
DEEPEST = 200
FEWEST_LETTERS = 20
"""A PDF with fewer letters is a picture of a text."""

WORDS = "word/document.xml"
SPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BREAKS = {SPACE + "br": "\n", SPACE + "cr": "\n", SPACE + "tab": "\t", SPACE + "noBreakHyphen": "-"}


class RefusedError(Exception):
    """This file is not read; the argument says why, in one of the codes of `reading.py`."""


def limit() -> None:
    """Less memory and time than it takes to be a nuisance, no files to write, and nothing left behind."""
    try:
        import resource
    except ImportError:  # not on this system: the parent still stops it after a while
        return
    wanted = (("AS", MOST_MEMORY), ("CPU", MOST_SECONDS), ("FSIZE", 0), ("CORE", 0), ("NOFILE", 64))
    for name, most in wanted:
        with contextlib.suppress(AttributeError, OSError, ValueError):
            resource.setrlimit(getattr(resource, f"RLIMIT_{name}"), (most, most))


def words_in(content: bytes) -> str:
    """The text of a file, told apart by its content. Raises RefusedError."""
    if b"%PDF-" in content[:1024]:
        return _bounded(_pdf(content))
    if content.startswith(b"PK\x03\x04"):
        return _bounded(_docx(content))
    raise RefusedError("kind")


def _bounded(parts: Iterator[str]) -> str:
    """All parts, as long as they are not too much together."""
    found: list[str] = []
    count = 0
    for part in parts:
        count += len(part)
        if count > MOST_CHARACTERS:
            raise RefusedError("too_much_text")
        found.append(part)
    return "".join(found)


def _pdf(content: bytes) -> Iterator[str]:
    import logging

    from pypdf import PdfReader

    logging.disable(logging.CRITICAL)
    reader = PdfReader(io.BytesIO(content), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise RefusedError("locked")
    if len(reader.pages) > MOST_PAGES:
        raise RefusedError("too_many_pages")
    letters = 0
    for page in reader.pages:
        text = page.extract_text() or ""
        letters += sum(one.isalpha() for one in text)
        yield _lines(text) + "\n"
    if letters < FEWEST_LETTERS:
        raise RefusedError("no_words")


def _lines(text: str) -> str:
    """Words that were split at the end of a line are whole again."""
    return re.sub(r"(?<=[a-zà-ÿ])-\n(?=[a-zà-ÿ])", "", text)


def _docx(content: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if len(archive.infolist()) > MOST_PARTS:
            raise RefusedError("too_heavy")
        if WORDS not in archive.namelist():
            raise RefusedError("kind")
        if archive.getinfo(WORDS).flag_bits & 1:
            raise RefusedError("locked")
        with archive.open(WORDS) as part:  # what an archive says about sizes may be a lie: count while unpacking
            unpacked = part.read(MOST_UNPACKED + 1)
    if len(unpacked) > MOST_UNPACKED:
        raise RefusedError("too_heavy")
    yield from _paragraphs(unpacked)


def _paragraphs(unpacked: bytes) -> Iterator[str]:
    from defusedxml.ElementTree import iterparse

    depth = 0
    for event, element in iterparse(io.BytesIO(unpacked), events=("start", "end"), forbid_dtd=True):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            raise RefusedError("broken")
        if event == "end":
            if element.tag == SPACE + "t":
                yield element.text or ""
            elif element.tag == SPACE + "p":
                yield "\n"
            yield BREAKS.get(element.tag, "")
            element.clear()


def answer(content: bytes) -> dict[str, str]:
    """What to tell the parent about this file; whatever a parser trips over means that the file is broken."""
    try:
        return {"text": words_in(content)}
    except RefusedError as error:
        return {"refused": str(error)}
    except MemoryError:
        return {"refused": "too_heavy"}
    except Exception as error:
        return {"refused": _why(error)}


def _why(error: Exception) -> str:
    told = f"{type(error).__name__} {error}".lower()
    if "password" in told or "crypt" in told:
        return "locked"
    return "too_heavy" if "limit" in told or "memory" in told else "broken"


def main() -> None:
    limit()
    json.dump(answer(sys.stdin.buffer.read()), sys.stdout)


if __name__ == "__main__":
    main()

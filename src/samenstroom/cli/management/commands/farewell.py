"""Reads a farewell letter along and says what is there and what may land otherwise than meant. No database."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from samenstroom import content
from samenstroom.exploring.wording.letters import letter_rules
from samenstroom.rules.letters import Presence, Reading, read_along

MOST_BYTES = 200_000
SIGNS = {Presence.THERE: "+", Presence.PARTLY: "~", Presence.ABSENT: "-"}


class LetterError(Exception):
    """A letter that cannot be read; the message says why."""


class Command(BaseCommand):
    """samenstroom farewell check FILE [--json] [--language nl|en]"""

    help = "Read a farewell letter along: what is there, what is missing, what may hurt. No database is needed."
    requires_system_checks = ()
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        acts = parser.add_subparsers(dest="act", required=True)
        check = acts.add_parser("check", help="say which elements a letter holds, and quote passages with a tone")
        check.add_argument("file", help="a text file in UTF-8, or - for standard input")
        check.add_argument("--json", action="store_true", help="one JSON object")
        check.add_argument("--language", choices=content.languages(), help="of the letter; without it, guessed")

    def handle(self, *args: Any, file: str, language: str | None, **options: Any) -> None:
        try:
            text = _text_of(file)
        except LetterError as error:
            self.stderr.write(f"{file}: {error}")
            sys.exit(2)
        reading = read_along(text, language, letter_rules())
        self.stdout.write(_as_json(reading) if options["json"] else _as_text(reading))


def _text_of(file: str) -> str:
    """The letter in this file or from standard input. Raises LetterError."""
    try:
        raw = _read(file)
    except OSError as error:
        raise LetterError(f"cannot be read ({error.strerror or 'no such file'})") from error
    if len(raw) > MOST_BYTES:
        raise LetterError(f"is longer than {MOST_BYTES:,} bytes")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise LetterError("is no text in UTF-8") from error
    if not any(one.isalnum() for one in text):
        raise LetterError("holds no words")
    return text


def _read(file: str) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    with Path(file).open("rb") as stream:
        return stream.read(MOST_BYTES + 1)


def _as_json(reading: Reading) -> str:
    elements = {name: {"found": found.value} for name, found in reading.elements.items()}
    for name, passage in reading.rests_on.items():
        elements[name] |= {"sentence": passage.text}
    tone = [{"kind": one.kind, "passage": one.passage, "start": one.start, "end": one.end} for one in reading.tone]
    return json.dumps({"language": reading.language, "elements": elements, "tone": tone}, ensure_ascii=False)


def _as_text(reading: Reading) -> str:
    """The same in words of the letter's language: elements with their sentence or what would help, then passages."""
    words = content.load("letters", reading.language)
    lines = [line for one in words["elements"] for line in _element(one, reading)]
    for one in words["tone"]:
        passages = [" ".join(found.passage.split()) for found in reading.tone if found.kind == one["id"]]
        lines += [f"! {one['name']}: {passage}" for passage in passages]
        lines += [f"    {one['why']} {one['suggestion']}"] if passages else []
    return "\n".join(lines)


def _element(words: Any, reading: Reading) -> list[str]:
    found, on = reading.elements[words["id"]], reading.rests_on.get(words["id"])
    head = f"{SIGNS[found]} {words['name']}" + (f": {' '.join(on.text.split())}" if on else "")
    return [head] if found == Presence.THERE else [head, f"    {words['why']} {words['suggestion']}"]

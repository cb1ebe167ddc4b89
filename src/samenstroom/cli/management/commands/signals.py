"""Reads dossiers and says what the rules notice in them, without a database."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import translation

from samenstroom.cli.telling import Telling
from samenstroom.dossier.files import Part, parts_of
from samenstroom.dossier.history import teller_of
from samenstroom.dossier.problem import DossierError
from samenstroom.dossier.wording import fault_in, words

PROGRESS_EVERY = 100


class Command(BaseCommand):
    """samenstroom signals FILE... [--as PERSON] [--until DATE] [--each] [--json] [--language nl|en]"""

    help = "Say what the rules notice in dossiers (JSON, or one dossier per line). No database is needed."
    requires_system_checks = ()
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", help="a dossier, JSON lines, or - for standard input")
        parser.add_argument("--as", dest="reader", default="", help="key or name; without it only shared things")
        parser.add_argument("--until", type=_day, help="the last day that counts; without it the day of the file")
        parser.add_argument("--each", action="store_true", help="what was known after each day")
        parser.add_argument("--json", action="store_true", help="one JSON object per dossier")
        parser.add_argument("--language", choices=("nl", "en"), default="nl")

    def handle(self, *args: Any, files: list[str], language: str, **options: Any) -> None:
        with translation.override(language):
            faults = self._tell_all(files, language, options)
        if faults:
            sys.exit(2)

    def _tell_all(self, files: list[str], language: str, options: dict[str, Any]) -> int:
        """Every dossier in turn; one bad file does not stop the others. Returns how many could not be read."""
        count = faults = 0
        for part in _all_parts(files):
            try:
                self.stdout.write(self._told(part, language, options))
                count += 1
            except DossierError as error:
                self.stderr.write(fault_in(_name(part, language), error, language))
                faults += 1
            self._progress(count + faults, language)
        if count + faults > 1:
            self.stderr.write(words(language)["totals"].format(count=count, faults=faults))
        return faults

    def _told(self, part: Part, language: str, options: dict[str, Any]) -> str:
        teller = teller_of(part.document(), options["reader"])
        telling = Telling(teller, _name(part, language), options["until"], language)
        if options["json"]:
            return telling.as_json(each=options["each"])
        return telling.as_text(each=options["each"])

    def _progress(self, count: int, language: str) -> None:
        """Now and then how far it is, on a screen only."""
        if count % PROGRESS_EVERY == 0 and self.stderr.isatty():
            self.stderr.write(words(language)["progress"].format(count=count), ending="\r")


def _all_parts(files: list[str]) -> Iterator[Part]:
    for name in files:
        yield from parts_of(Path(name) if name != "-" else None)


def _name(part: Part, language: str) -> str:
    if part.line is None:
        return part.file
    return words(language)["line_of_file"].format(file=part.file, line=part.line)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is no date; write 2026-10-14") from None

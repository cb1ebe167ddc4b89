"""Looks whether this instance is well. Shadows the command of Django, which looks at the code."""

import json
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from django.core.management.base import CommandParser
from django.core.management.commands.check import Command as CodeCheck
from django.db import DatabaseError

from samenstroom.cli.checking import ground, work
from samenstroom.cli.checking.told import Level, Told, fault
from samenstroom.kit import clock

Look = Callable[[datetime], Iterator[Told]]
LOOKS: tuple[tuple[str, Look], ...] = (
    ("database", ground.database),
    ("keys", ground.keys),
    ("kept files", ground.kept_files),
    ("worker", work.worker),
    ("mail", work.mail),
    ("backup", work.backup),
    ("disk", ground.disk),
    ("clock", ground.time),
)


class Command(CodeCheck):
    """samenstroom check [--json]"""

    help = "Look whether this instance is well: one line each. Exit code 1 when something has to be mended."

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--json", action="store_true", help="for programs: a list of name, level and text")

    def handle(self, *labels: Any, **options: Any) -> None:
        if labels or options.get("deploy") or options.get("tags") or options.get("list_tags"):
            super().handle(*labels, **options)
            return
        found = [told for name, look in LOOKS for told in _looked(name, look, clock.now())]
        if options.get("json"):
            self.stdout.write(json.dumps([vars(one) for one in found]))
        else:
            self.stdout.write("\n".join(f"{one.level:<6}{one.name:<20}{one.text}" for one in found))
        if any(one.level is Level.FAULT for one in found):
            sys.exit(1)


def _looked(name: str, look: Look, now: datetime) -> Iterator[Told]:
    """One thing that cannot be looked at does not keep the others from being told."""
    try:
        yield from look(now)
    except (DatabaseError, OSError) as error:
        yield fault(name, f"Cannot be looked at: {error}".partition("\n")[0])

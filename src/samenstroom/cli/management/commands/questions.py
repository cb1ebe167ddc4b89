"""Shows what people asked about privacy, and remembers that it was answered."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from samenstroom.kit import clock
from samenstroom.privacy.actions.questions import answered
from samenstroom.privacy.queries.questions import open_questions


class Command(BaseCommand):
    """samenstroom questions [--answered ID]"""

    help = "Show the open questions about privacy; with --answered ID one is answered and gone a year later."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--answered", metavar="ID", default="", help="this one was answered")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["answered"]:
            if not answered(public_id=options["answered"], now=clock.now()):
                raise CommandError("There is no such question.")
            self.stdout.write("Noted.")
            return
        found = open_questions()
        for one in found:
            self.stdout.write(f"{one.public_id}  {clock.day_of(one.asked_at).isoformat()}  {one.name} <{one.contact}>")
            self.stdout.write(f"{one.words}\n")
        self.stdout.write(f"{len(found)} open. Answer each within a month (GDPR, article 12(3)).")

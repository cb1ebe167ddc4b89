"""Erases somebody, for who asked the operator. The same act as on her own page, at once, and numbers only."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from samenstroom.accounts.models import Person
from samenstroom.flows.erasing import erase
from samenstroom.kit import clock


class Command(BaseCommand):
    """samenstroom erase EMAIL [--yes]"""

    help = "Erase the person with this e-mail address (or id): everything that is hers alone, for good."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("who", help="the e-mail address; or the id, for somebody with a link and no address")
        parser.add_argument("--yes", action="store_true", help="do not ask")

    def handle(self, *args: Any, who: str, yes: bool, **options: Any) -> None:
        people = Person.objects.filter(erased_at=None)
        person = people.filter(email__iexact=who.strip()).first() or people.filter(public_id=who).first()
        if person is None:
            raise CommandError(f"Nobody has the address or id {who}.")
        if not yes:
            self.stdout.write("This erases everything that is hers alone. What both own stays with the other side.")
            self.stdout.write(f"It cannot be undone. Type {who} to go on: ", ending="")
            self.stdout.flush()
            if sys.stdin.readline().strip() != who:
                raise CommandError("That is not the same. Nothing was erased.")
        gone = erase(person=person, now=clock.now())
        for group, count in sorted(gone.items()):
            self.stdout.write(f"{group} {count}")
        self.stdout.write("Erased. It is still in back-ups that were made before.")

"""Makes examples for a person to look around in, or takes them away."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from samenstroom.accounts.models import Person, normal_email
from samenstroom.flows.demo import make_demo, remove_demo
from samenstroom.kit import clock


class Command(BaseCommand):
    """samenstroom demo EMAIL [--remove]"""

    help = "Make ten examples for the account with this e-mail address to look around in, or take them away."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("--remove", action="store_true", help="take them away, with all that was written in them")

    def handle(self, *args: Any, email: str, remove: bool, **options: Any) -> None:
        person = Person.objects.filter(email=normal_email(email)).exclude(account_since=None).first()
        if person is None:
            raise CommandError(f"Nobody has an account with the address {email}.")
        if remove:
            self.stdout.write(f"{remove_demo(person=person)} examples taken away.")
            return
        count = make_demo(person=person, language=person.language, now=clock.now())
        self.stdout.write(f"{count} examples made." if count else "The examples were there already.")

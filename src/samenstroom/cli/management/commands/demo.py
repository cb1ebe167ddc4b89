"""Makes examples for a person to look around in, or takes them away."""

from time import perf_counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from samenstroom.accounts.models import Person, normal_email
from samenstroom.flows.demo import make_demo, make_demo_practice, remove_demo
from samenstroom.kit import clock


class Command(BaseCommand):
    """samenstroom demo EMAIL [--practice] [--remove]"""

    help = "Make ten examples or a practice of three years for the account with this address, or take them away."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("--practice", action="store_true", help="a practice of three years instead of ten examples")
        parser.add_argument("--remove", action="store_true", help="take them away, with all that was written in them")

    def handle(self, *args: Any, email: str, practice: bool, remove: bool, **options: Any) -> None:
        person = Person.objects.filter(email=normal_email(email)).exclude(account_since=None).first()
        if person is None:
            raise CommandError(f"Nobody has an account with the address {email}.")
        if remove:
            self.stdout.write(f"{remove_demo(person=person)} examples taken away.")
            return
        make, began = (make_demo_practice if practice else make_demo), perf_counter()
        count = make(person=person, language=person.language, now=clock.now())
        took = f"{perf_counter() - began:.1f} seconds"
        self.stdout.write(f"{count} examples made in {took}." if count else "The examples were there already.")

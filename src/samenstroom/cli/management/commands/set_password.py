"""Gives a person a new password, for who forgot it on an instance without mail."""

import getpass
import sys
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email
from django.db.models import Q

from samenstroom.accounts.addresses import AddressTakenError, set_address
from samenstroom.accounts.events import note
from samenstroom.accounts.second_step import stop_second_step
from samenstroom.connections.actions.connections import withdraw_all
from samenstroom.kit import clock


class Command(BaseCommand):
    """samenstroom set-password EMAIL"""

    help = (
        "Give the person with this e-mail address, or with this id of `samenstroom users`, a new password "
        "(typed, or read from standard input)."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument(
            "--address",
            default="",
            help="Also give her this e-mail address, not proven: for who has none any more because it was mistyped.",
        )
        parser.add_argument(
            "--without-second-step",
            action="store_true",
            help="Also turn off her second step, for who lost her phone and her spare codes. Be sure that it is she.",
        )

    def handle(
        self, *args: Any, email: str, address: str = "", without_second_step: bool = False, **options: Any
    ) -> None:
        people = get_user_model()._default_manager
        person = people.filter(Q(email__iexact=email) | Q(public_id=email)).first()
        if person is None:
            raise CommandError(f"Nobody has the address {email}.")
        password = _typed_password()
        try:
            validate_password(password, person)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        if address:
            self._give(person, address)
        person.set_password(password)
        person.save(update_fields=["password"])
        withdraw_all(person=person, now=clock.now())
        note("changed: password by the operator", person)
        self.stdout.write("The password is set. All earlier sessions and connections of this person have ended.")
        if without_second_step and stop_second_step(person=person):
            self.stdout.write("Her second step is off.")

    def _give(self, person: Any, address: str) -> None:
        try:
            validate_email(address)
            set_address(person=person, email=address, now=clock.now())
        except (ValidationError, AddressTakenError) as error:
            raise CommandError(f"{address} is no address, or somebody here uses it. Nothing was changed.") from error
        self.stdout.write("The address is set.")


def _typed_password() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    password = getpass.getpass("New password: ")
    if password != getpass.getpass("Again: "):
        raise CommandError("These are not the same. Nothing was changed.")
    return password

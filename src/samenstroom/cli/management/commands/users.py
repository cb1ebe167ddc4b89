"""Lists the accounts of this instance, and locks one. Shows nothing of what anybody wrote."""

import json
from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db.models import Q

from samenstroom.accounts.locking import CannotLockError, lock_account, unlock_account
from samenstroom.accounts.models import Person, normal_email

ROW = "{id:<22}{first_seen:<12}{last_seen:<12}{state}"


class Command(BaseCommand):
    """samenstroom users [WHO] [--lock | --unlock] [--json]"""

    help = (
        "List the accounts: id, month of the first and the last sign-in, locked or not. No names or addresses, nothing "
        "of what they wrote or with whom. With WHO only that account."
    )
    requires_system_checks: list[str] = []  # it shows no page, and to check the pages would take most of its time

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("who", nargs="?", default="", help="an id of the list, or an e-mail address")
        act = parser.add_mutually_exclusive_group()
        act.add_argument("--lock", action="store_true", help="she cannot sign in and is signed out; nothing is lost")
        act.add_argument("--unlock", action="store_true", help="she can sign in again")
        parser.add_argument("--json", action="store_true", help="for programs")

    def handle(self, *args: Any, who: str, lock: bool, unlock: bool, **options: Any) -> None:
        if (lock or unlock) and not who:
            raise CommandError("Whom? Give an id of the list, or an e-mail address.")
        accounts = Person.objects.exclude(account_since=None).order_by("account_since", "pk")
        if who:
            accounts = accounts.filter(Q(public_id=who) | Q(email=normal_email(who)))
        if who and not accounts.exists():
            raise CommandError(f"Nobody has an account with the id or address {who}.")
        if lock or unlock:
            self._change(accounts.get(), lock=lock)
        rows = [_row(one) for one in accounts.all()]
        if options["json"]:
            self.stdout.write(json.dumps(rows))
            return
        head = ROW.format(id="id", first_seen="first seen", last_seen="last seen", state="state")
        self.stdout.write("\n".join([head, *(ROW.format(**row) for row in rows)]))

    def _change(self, person: Person, *, lock: bool) -> None:
        try:
            changed = lock_account(person=person) if lock else unlock_account(person=person)
        except CannotLockError:
            raise CommandError("This account has no address any more; it is left as it is.") from None
        said = "Locked, and signed out everywhere." if lock else "Open again."
        self.stderr.write(said if changed else "It was so already.")


def _row(person: Person) -> dict[str, str]:
    return {
        "id": person.public_id,
        "first_seen": _month(person.account_since),
        "last_seen": _month(person.last_login),
        "state": "open" if person.is_active else "locked",
    }


def _month(moment: datetime | None) -> str:
    return f"{moment:%Y-%m}" if moment else "-"

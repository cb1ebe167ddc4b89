"""Takes collaborations out as dossiers, and reads them in.

Nobody who runs this instance sees what is private or sealed with it: for that the person types her own password.
"""

import getpass
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import translation

from samenstroom.accounts.models import Person
from samenstroom.collaborations.queries import visits_of
from samenstroom.collaborations.visits import Visit
from samenstroom.dossier.export import as_line, as_text, export
from samenstroom.dossier.files import parts_of
from samenstroom.dossier.importing import read_in
from samenstroom.dossier.problem import DossierError
from samenstroom.dossier.queries import person_with
from samenstroom.dossier.wording import fault_in, words
from samenstroom.kit import clock


class Command(BaseCommand):
    """samenstroom dossier export EMAIL [COLLABORATION] | samenstroom dossier import FILE --for EMAIL"""

    help = "Take collaborations out as dossiers, or read dossiers in. What is private asks the person's own password."

    def add_arguments(self, parser: CommandParser) -> None:
        acts = parser.add_subparsers(dest="act", required=True)
        out = acts.add_parser("export", help="write what a person may see; without her password only what is shared")
        out.add_argument("email")
        out.add_argument("collaboration", nargs="?", default="", help="its id or name; without it all, one per line")
        out.add_argument("--out", type=Path, help="a new file; without it standard output")
        out.add_argument("--shared", action="store_true", help="only what both share, without asking for a password")
        into = acts.add_parser("import", help="make collaborations of a file; all of it, or nothing")
        into.add_argument("file", type=Path)
        into.add_argument("--for", dest="email", required=True, help="who gets them; her password is asked")
        into.add_argument("--as", dest="name", default="", help="who she is in a dossier that was made for nobody")
        into.add_argument("--language", choices=("nl", "en"), default="nl")

    def handle(self, *args: Any, act: str, email: str, **options: Any) -> None:
        person = person_with(email)
        if person is None:
            raise CommandError(f"Nobody has the address {email}.")
        if act == "export":
            self._export(person, options)
        else:
            self._import(person, options)

    def _export(self, person: Person, options: dict[str, Any]) -> None:
        only_shared = options["shared"] or not _gave_password(person, "empty for only what is shared")
        visits = _visits(person, options["collaboration"])
        write = as_text if options["collaboration"] else as_line
        text = "".join(write(export(visit, only_shared=only_shared)) for visit in visits)
        if options["out"] is None:
            self.stdout.write(text, ending="")
            return
        _write_new(options["out"], text)
        self.stderr.write(f"{len(visits)} in {options['out']}" + (", only what is shared" if only_shared else ""))

    def _import(self, person: Person, options: dict[str, Any]) -> None:
        if not _gave_password(person, "needed to write into her account"):
            raise CommandError("Without her password nothing is read in.")
        with translation.override(options["language"]), transaction.atomic():
            for name in self._made(person, options):
                self.stdout.write(name)

    def _made(self, person: Person, options: dict[str, Any]) -> Iterator[str]:
        """Read in every dossier of the file; the first bad one undoes them all."""
        language, now = options["language"], clock.now()
        for part in parts_of(options["file"]):
            try:
                made = read_in(document=part.document(), person=person, name=options["name"], now=now)
            except DossierError as error:
                file = words(language)["line_of_file"].format(file=part.file, line=part.line)
                told = fault_in(file if part.line else part.file, error, language)
                raise CommandError(told, returncode=2) from None
            yield f"{made.public_id} {made.name}"


def _visits(person: Person, collaboration: str) -> list[Visit]:
    visits = visits_of(person, clock.now())
    found = [one for one in visits if collaboration in ("", one.collaboration.public_id, one.collaboration.name)]
    if not found or (collaboration and len(found) > 1):
        names = ", ".join(f"{one.collaboration.public_id} {one.collaboration.name}" for one in visits)
        raise CommandError(f"Which collaboration? She has: {names or 'none'}.")
    return found


def _gave_password(person: Person, why: str) -> bool:
    """Whether she typed her own password; an empty one is a no. Raises CommandError for a wrong one."""
    if sys.stdin.isatty():
        typed = getpass.getpass(f"Password of {person.email} ({why}): ")
    else:
        typed = sys.stdin.readline().rstrip("\n")
    if typed and not (person.is_active and person.check_password(typed)):
        raise CommandError("That is not her password. Nothing was done.")
    return bool(typed)


def _write_new(path: Path, text: str) -> None:
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        raise CommandError(f"{path} is already there; nothing was written.") from None
    except OSError as error:
        raise CommandError(f"{path} cannot be made: {error.strerror}") from error
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)

"""Puts a backup back in a folder of its own, after checking it."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from samenstroom.cli.backups.envelope import Opener, lines_of, passphrase_in
from samenstroom.cli.backups.keys import WITHOUT
from samenstroom.cli.backups.restoring import Restored, restore
from samenstroom.cli.backups.shape import BackupError
from samenstroom.kit import clock


class Command(BaseCommand):
    """samenstroom restore FILE --into FOLDER [--replace] [--keys FOLDER] [--identity FILE | --passphrase-file FILE]"""

    help = (
        "Put a backup in FOLDER, which becomes a data folder. Everything is checked first; when something is wrong "
        "nothing is changed. A backup of PostgreSQL goes into the empty database of DATABASE_URL."
    )
    requires_system_checks: list[str] = []  # it shows no page, and to check the pages would take most of its time

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--into", type=Path, required=True, metavar="FOLDER", help="a folder that is empty or new")
        parser.add_argument("--replace", action="store_true", help="move a folder that is not empty aside first")
        parser.add_argument(
            "--keys",
            type=Path,
            metavar="FOLDER",
            help="where sealing.key is; if left out: the backup, FOLDER/keys, this machine",
        )
        parser.add_argument("--any-keys", action="store_true", help="also when the keys do not open everything")
        parser.add_argument("--identity", type=Path, metavar="FILE", help="the key of age that opens the backup")
        parser.add_argument("--passphrase-file", type=Path, metavar="FILE", help="the passphrase is its first line")

    def handle(self, *args: Any, file: Path, into: Path, **options: Any) -> None:
        try:
            done = restore(
                archive=_file(file),
                folder=into.resolve(),
                opener=_opener(options["identity"], options["passphrase_file"]),
                keys=options["keys"],
                replace=options["replace"],
                any_keys=options["any_keys"],
                now=clock.now(),
            )
        except BackupError as error:
            raise CommandError(str(error)) from None
        self.stdout.write("\n".join(_told(done, into.resolve())))


def _file(path: Path) -> Path:
    if not path.is_file():
        raise BackupError(f"{path} cannot be read.")
    return path


def _opener(identity: Path | None, words: Path | None) -> Opener:
    if identity:
        return Opener(identities=lines_of(_file(identity)))
    return Opener(passphrase=passphrase_in(_file(words)) if words else "")


def _told(done: Restored, folder: Path) -> list[str]:
    about, keys = done.manifest, done.keys
    rows = f"{sum(about.tables.values())} rows in {len(about.tables)} tables"
    lines = [
        f"Restored in {folder}: as it was on {about.made_at}, made by Samenstroom {about.samenstroom}.",
        f"{rows} and {about.files} kept files, all as the manifest says.",
    ]
    if keys.opens_all:
        lines.append(f"The keys of {keys.where} open what is sealed; they are in {folder / 'keys'}.")
    else:
        lines.append(f"The keys of {keys.where} do not open {len(keys.closed)} kinds of sealed things.")
    gone = set(about.key_files) - set(keys.files)
    lines += [f"Not there: {name}. Then {what}." for name, what in WITHOUT.items() if name in gone]
    lines += [f"Sealing key {one} was in use and is not here." for one in keys.missing]
    if done.aside:
        lines.append(f"What was there before is in {done.aside}; nothing in it was changed.")
    if about.database == "sqlite" and connection.vendor != "sqlite":
        lines.append("Mind: DATABASE_URL names another database, so the app would not look at this one.")
    return [*lines, "", f"Start it with: SAMENSTROOM_DATA={folder} samenstroom serve"]

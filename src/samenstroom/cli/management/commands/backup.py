"""Makes a backup while the app runs, and restores it once to see that it is one."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from samenstroom.cli.backups.envelope import Envelope, new_identity, passphrase_in
from samenstroom.cli.backups.making import Made
from samenstroom.cli.backups.policy import backup_on_record
from samenstroom.cli.backups.shape import BackupError
from samenstroom.kit import clock

APART = """The keys are not in it. Without sealing.key nobody can read what is private or sealed, you included,
and there is no other way to open it. Keep a copy of the folder {keys}
somewhere else than your backups: whoever has both can read everything. Copy it again after rotate-keys,
and once the first agreement was signed."""
INSIDE = """The keys are in it. Whoever opens this one file can read everything everybody wrote, private things too.
Keep what opens it somewhere else than the file, and do not lose it: without it this backup opens for nobody."""


class Command(BaseCommand):
    """samenstroom backup [TARGET] [--keep N] [--to AGE1... | --passphrase-file FILE] [--with-keys]"""

    help = (
        "Make a backup of the database and the kept files in one file, while the app runs. "
        "It is restored once, into a folder for a moment, and compared before this says done."
    )
    requires_system_checks: list[str] = []  # it shows no page, and to check the pages would take most of its time

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "target", type=Path, nargs="?", help="a folder, or a new file; SAMENSTROOM_BACKUP_DIR if left out"
        )
        parser.add_argument(
            "--keep", type=int, default=0, metavar="N", help="afterwards keep the last N in that folder"
        )
        parser.add_argument(
            "--to", action="append", default=[], metavar="AGE1...", help="close it for this public key of age"
        )
        parser.add_argument("--passphrase-file", type=Path, metavar="FILE", help="close it with the first line of FILE")
        parser.add_argument("--with-keys", action="store_true", help="put the keys in as well; only when it is closed")
        parser.add_argument("--make-key", type=Path, metavar="FILE", help="only make a key of age in FILE, for --to")

    def handle(self, *args: Any, target: Path | None, **options: Any) -> None:
        try:
            if options["make_key"]:
                self.stdout.write(_key_made(options["make_key"]))
                return
            made = _make(target or settings.BACKUP_DIR, options)
        except BackupError as error:
            raise CommandError(str(error)) from None
        self.stdout.write(_told(made, with_keys=options["with_keys"]))


def _key_made(path: Path) -> str:
    public = new_identity(path)
    return f"{public}\nGive that to --to. {path} opens what is closed for it: keep it away from this machine."


def _make(target: Path | None, options: dict[str, Any]) -> Made:
    if target is None:
        raise BackupError("Where to? Name a folder, or set SAMENSTROOM_BACKUP_DIR.")
    if options["keep"] < 0:
        raise BackupError("--keep takes a number from 1, or 0 for all.")
    by_words = options["passphrase_file"]
    if by_words and not by_words.is_file():
        raise BackupError(f"{by_words} cannot be read.")
    closed = Envelope(tuple(options["to"]), passphrase_in(by_words) if by_words else "")
    folder, name = (target, "") if target.is_dir() else (target.parent, target.name)
    if not folder.is_dir():
        raise BackupError(f"There is no folder {folder}.")
    return backup_on_record(
        folder=folder, name=name, envelope=closed, with_keys=options["with_keys"], keep=options["keep"], now=clock.now()
    )


def _told(made: Made, *, with_keys: bool) -> str:
    about = made.manifest
    lines = [
        f"Done: {made.path}",
        f"{sum(about.tables.values())} rows in {len(about.tables)} tables and {about.files} kept files, "
        f"{made.path.stat().st_size / 1e6:.1f} MB. Restored once and compared: the same.",
        f"SHA-256 {made.sha256}",
    ]
    if about.absent:
        lines.append(f"Mind: {about.absent} files that people kept are not on disk. See: samenstroom check")
    return "\n".join([*lines, "", INSIDE if with_keys else APART.format(keys=settings.SEALING_KEY_FILE.parent)])

"""Each night a backup, the last so many kept, and what became of it on record for `samenstroom check`."""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings

from samenstroom.cli.backups.envelope import Envelope
from samenstroom.cli.backups.making import Made, make_backup
from samenstroom.cli.backups.shape import BackupError
from samenstroom.kit import clock

logger = logging.getLogger(__name__)

NAMED = "samenstroom-????????-??????.tar.gz*"
NIGHT = timedelta(hours=2)
"""A day of backups begins at two in the night."""


@dataclass(frozen=True)
class Record:
    """What became of the last backup, and of the last try."""

    made_at: str = ""
    path: str = ""
    sha256: str = ""
    tried_at: str = ""
    fault: str = ""

    @property
    def made(self) -> datetime | None:
        return datetime.fromisoformat(self.made_at) if self.made_at else None


def record() -> Record:
    """What is on record; an empty one when there is none, or when it cannot be read."""
    try:
        return Record(**json.loads(_place().read_bytes()))
    except (OSError, ValueError, TypeError):
        return Record()


def backup_on_record(*, folder: Path, name: str, envelope: Envelope, with_keys: bool, keep: int, now: datetime) -> Made:
    """Makes a backup, keeps the last `keep` (0: all), and writes down what became of it. Raises BackupError."""
    at = now.isoformat(timespec="seconds")
    try:
        made = make_backup(folder=folder, name=name, envelope=envelope, with_keys=with_keys, now=now)
    except BackupError as error:
        before = record()
        _write(Record(before.made_at, before.path, before.sha256, tried_at=at, fault=str(error)))
        raise
    _write(Record(made_at=at, path=str(made.path), sha256=made.sha256, tried_at=at))
    keep_last(made.path.parent, keep)
    return made


def keep_last(folder: Path, keep: int) -> list[Path]:
    """Takes away all but the last `keep` backups that carry a name of ours; returns what went. 0 keeps all."""
    named = sorted(path for path in folder.glob(NAMED) if path.is_file())
    gone = named[:-keep] if keep else []
    for path in gone:
        path.unlink(missing_ok=True)
    return gone


def is_due(made: datetime | None, now: datetime) -> bool:
    """Whether tonight's backup is still to be made; a night that was missed is caught up."""
    return made is None or clock.day_of(made - NIGHT) != clock.day_of(now - NIGHT)


def nightly(*, now: datetime) -> str:
    """Tonight's backup in SAMENSTROOM_BACKUP_DIR, once. What went wrong is logged, on record, and tried again."""
    folder = settings.BACKUP_DIR
    if folder is None or not is_due(record().made, now):
        return ""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        closed = Envelope(recipients=tuple(settings.BACKUP_TO))
        made = backup_on_record(
            folder=folder, name="", envelope=closed, with_keys=False, keep=settings.BACKUP_KEEP, now=now
        )
    except (BackupError, OSError) as error:
        logger.error("the backup of tonight was not made: %s", error)
        return ""
    return made.path.name


def _write(about: Record) -> None:
    half = _place().with_suffix(".half")
    try:
        half.write_text(json.dumps(asdict(about)), "utf-8")
        half.replace(_place())
    except OSError:
        # A full disk: the backup itself says so already.
        logger.warning("what became of the backup could not be written down")


def _place() -> Path:
    return Path(settings.DATA_DIR) / "backup.json"

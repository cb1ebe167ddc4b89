"""Reading an instance without the app: SQL, and Fernet with the key that lies beside it."""

from __future__ import annotations

import gzip
import sqlite3
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from cryptography.fernet import Fernet, MultiFernet

from tools.faults.client import MARK

WORDS = {
    "note": "collaborations_historyline.note",
    "feeling": "exploring_feeling.words",
    "sealed": "checkins_answer.remark",
}


@dataclass(frozen=True)
class Seen:
    """What is there."""

    words: Counter[str]
    opened: int
    """Rounds that were opened, though one side never sent."""
    is_whole: bool
    sent: int
    """Mails that the app believes it has sent."""
    readable: int
    """Files in which a word stands that should be sealed."""

    def lost(self, accepted: dict[str, list[str]], tried: dict[str, list[str]]) -> list[str]:
        """What was accepted and is not there. Of an answer that is written over and over only the last counts."""
        gone = []
        for kind, words in accepted.items():
            if kind.startswith("sealed"):
                later = tried[kind][tried[kind].index(words[-1]) :] if words else []
                gone += [] if any(word in self.words for word in later) else words[-1:]
            else:
                gone += [word for word in words if word not in self.words]
        return gone

    @property
    def twice(self) -> int:
        return sum(count > 1 for count in self.words.values())


def look(folder: Path, also: Iterable[Path] = ()) -> Seen:
    """Everything in this data folder. Files in `also` (logs, backups) are searched for readable words as well."""
    box = MultiFernet([Fernet(key) for key in (folder / "keys" / "sealing.key").read_text().split()])
    with closing(sqlite3.connect(folder / "samenstroom.sqlite3", timeout=20)) as database:
        found: list[str] = []
        for place in WORDS.values():
            table, column = place.split(".")
            rows = database.execute(f"SELECT {column} FROM {table} WHERE {column} IS NOT NULL")
            found += [box.decrypt(row[0].encode()).decode() for row in rows]
        kept = [row[0] for row in database.execute("SELECT public_id FROM files_keptfile WHERE removed_at IS NULL")]
        found += [box.decrypt((folder / "files" / one[:2] / f"{one}.sealed").read_bytes()).decode() for one in kept]
        opened = _one(database, "SELECT count(*) FROM checkins_round WHERE revealed_at IS NOT NULL")
        sent = _one(database, "SELECT count(*) FROM mail_outgoingmail WHERE sent_at IS NOT NULL")
        is_whole = database.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    paths = [path for path in folder.rglob("*") if path.is_file() and "static" not in path.parts]
    readable = sum(MARK.encode() in _content(path) for path in [*paths, *also])
    words = Counter(word.strip() for word in found if word.startswith(MARK))
    return Seen(words=words, opened=int(opened), is_whole=is_whole, sent=int(sent), readable=readable)


def _one(database: sqlite3.Connection, sql: str) -> int:
    return int(database.execute(sql).fetchone()[0])


def _content(path: Path) -> bytes:
    try:
        return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    except FileNotFoundError:
        return b""  # a file of the database that came and went

"""Reading an instance without the app: SQL, and Fernet with the key that lies beside it."""

from __future__ import annotations

import gzip
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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


Ask = Callable[[str], list[Any]]


def look(folder: Path, also: Iterable[Path] = (), *, database: str = "") -> Seen:
    """Everything in this data folder. Files in `also` (logs, backups) are searched for readable words as well."""
    unseal = opener(folder)
    with asking(folder, database) as ask:
        found: list[str] = []
        for place in WORDS.values():
            table, column = place.split(".")
            rows = ask(f"SELECT {column} FROM {table} WHERE {column} IS NOT NULL")
            found += [unseal(row[0]) for row in rows]
        kept = [str(row[0]) for row in ask("SELECT public_id FROM files_keptfile WHERE removed_at IS NULL")]
        found += [unseal((folder / "files" / one[:2] / f"{one}.sealed").read_text()) for one in kept]
        opened = ask("SELECT count(*) FROM checkins_round WHERE revealed_at IS NOT NULL")[0][0]
        sent = ask("SELECT count(*) FROM mail_outgoingmail WHERE sent_at IS NOT NULL")[0][0]
        is_whole = bool(database) or ask("PRAGMA integrity_check")[0][0] == "ok"
    paths = [path for path in folder.rglob("*") if path.is_file() and "static" not in path.parts]
    readable = sum(MARK.encode() in _content(path) for path in [*paths, *also])
    words = Counter(word.strip() for word in found if word.startswith(MARK))
    return Seen(words=words, opened=int(opened), is_whole=is_whole, sent=int(sent), readable=readable)


def opener(folder: Path) -> Callable[[str], str]:
    """Opens what is sealed with the keys of this folder."""
    box = MultiFernet([Fernet(key) for key in (folder / "keys" / "sealing.key").read_text().split()])
    return lambda sealed: box.decrypt(sealed.encode()).decode()


@contextmanager
def asking(folder: Path, database: str = "") -> Iterator[Ask]:
    """SQL to the database of this folder, or to the one at this address, as one who may see every row."""
    if not database:
        with closing(sqlite3.connect(folder / "samenstroom.sqlite3", timeout=60)) as file:
            yield lambda sql: file.execute(sql).fetchall()
        return
    import psycopg

    with psycopg.connect(database.replace("postgres://", "postgresql://"), options="-c app.person=*") as server:
        yield lambda sql: server.execute(sql.encode()).fetchall()


def _content(path: Path) -> bytes:
    try:
        return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    except (FileNotFoundError, IsADirectoryError):
        return b""  # a file of the database that came and went

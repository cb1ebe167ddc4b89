"""Everything of hers as one archive that is made while it is sent: memory holds one collaboration at a time."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.apps import apps
from django.db.models import ForeignKey, Model

from samenstroom import content
from samenstroom.accounts.models import Person
from samenstroom.accounts.practices import practice_of
from samenstroom.collaborations.visibility import collaborations_seen_by, tables_of
from samenstroom.collaborations.visits import visit_of
from samenstroom.dossier.export import as_text, export
from samenstroom.dossier.keys import slug
from samenstroom.dossier.profile.export import export_profile
from samenstroom.dossier.rows import plain
from samenstroom.exploring.models import ReferenceRequest
from samenstroom.kit import clock
from samenstroom.mail.queries import mails_of

from .fates import OWN
from .queries.kept import kept_of

HASHES = frozenset({"token_hash", "browser_hash", "mark", "fingerprint", "once", "link_token"})
"""What opens something, or means nothing outside this database."""
STILL_WRITING = frozenset({"answers", "drafted_at"})
"""Of a question to a referee: hers only once the referee sent it."""
INSIDE = frozenset({"profiles.Profile", "profiles.Boundary", "profiles.WorkPage", "exploring.OwnRoom"})
"""In `profile.json`, which can be read in again."""


def archive_name(now: datetime) -> str:
    """`samenstroom-alles-2026-05-12.zip`: no name in it, it may lie in a shared folder."""
    return f"samenstroom-alles-{clock.day_of(now).isoformat()}.zip"


def archive(person: Person, *, now: datetime) -> Iterator[bytes]:
    """The archive in pieces, one file at a time."""
    sink = _Sink()
    with ZipFile(sink, "w", ZIP_DEFLATED) as packed:
        for name, text in files_of(person, now=now):
            packed.writestr(_named(name, now), text)
            yield sink.taken()
    yield sink.taken()


def files_of(person: Person, *, now: datetime) -> Iterator[tuple[str, str]]:
    """Name and text of each file: an explanation, the account, her profile, her own lists, and each collaboration."""
    yield "README.txt", content.load("kept", person.language)["archive"]["readme"]
    yield "account.json", _text(account_of(person, now=now))
    yield "profile.json", as_text(export_profile(person, now=now))
    yield "own.json", _text(own_of(person))
    tables = (
        collaborations_seen_by(person)
        .filter(demo_for=None)
        .order_by("created_at", "pk")
        .values_list("public_id", flat=True)
    )
    for number, public_id in enumerate(tables.iterator(chunk_size=100), 1):
        visit = visit_of(person, public_id, now)
        if visit is not None:
            name = f"collaborations/{number:03d}-{slug(visit.collaboration.name)}.json"
            yield name, as_text(export(visit))


def account_of(person: Person, *, now: datetime) -> dict[str, Any]:
    """How she comes in, what is counted about her, and which mail went to her. No password and nothing that opens."""
    practice = practice_of(person)
    return {
        "made_at": plain(now),
        "name": person.name,
        "email": person.email,
        "email_confirmed_at": plain(person.email_confirmed_at),
        "language": person.language,
        "theme": person.theme,
        "account_since": plain(person.account_since),
        "known_since": plain(person.created_at),
        "practice": practice.name if practice else None,
        "kept": [{"group": one.group, "count": one.count} for one in kept_of(person)],
        "mails": [
            {"kind": one.kind, "queued_at": plain(one.queued_at), "sent_at": plain(one.sent_at), "words": one.words}
            for one in mails_of(person).order_by("queued_at", "pk")
        ],
    }


def own_of(person: Person) -> dict[str, list[dict[str, Any]]]:
    """What is hers and stands in no file of one collaboration: lessons that outlived one, a readiness test, notes."""
    found = {}
    for label in (one for labels in OWN.values() for one in labels if one not in INSIDE):
        model = apps.get_model(label)
        rows = model._default_manager.filter(person=person)
        if any(field.name == "collaboration" for field in model._meta.concrete_fields):
            # Of a table where she sits it stands in the file of that table.
            rows = rows.exclude(collaboration__in=tables_of(person))
        if told := [_row(one) for one in rows.order_by("pk")]:
            found[label] = told
    return found


def _row(row: Model) -> dict[str, Any]:
    fields = [one for one in row._meta.concrete_fields if not isinstance(one, ForeignKey) and not one.primary_key]
    told = {one.name: plain(getattr(row, one.name)) for one in fields if one.name not in HASHES}
    is_hers = not isinstance(row, ReferenceRequest) or row.sent_at is not None
    return told if is_hers else {name: value for name, value in told.items() if name not in STILL_WRITING}


def _text(document: dict[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2, default=str) + "\n"


def _named(name: str, now: datetime) -> ZipInfo:
    info = ZipInfo(name, date_time=now.timetuple()[:6])
    info.compress_type = ZIP_DEFLATED
    return info


class _Sink(io.RawIOBase):
    """What was written since it was last taken; a file that only goes forward."""

    def __init__(self) -> None:
        super().__init__()
        self._held = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, part: Any) -> int:
        self._held += part
        return len(part)

    def taken(self) -> bytes:
        held, self._held = bytes(self._held), bytearray()
        return held

"""Files in words, as rows for a page."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.files.kinds import BY_TYPE
from samenstroom.files.models import KeptFile
from samenstroom.kit import clock
from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language
from samenstroom.rules.visibility import Circle


@dataclass(frozen=True)
class FileRow:
    """One file as the page shows it."""

    public_id: str
    name: str
    told: str
    circle: str
    is_mine: bool
    can_share: bool


def file_row(visit: Visit, kept: KeptFile) -> FileRow:
    """What it is, how large, who kept it and when."""
    is_mine = kept.person_id == visit.person.pk
    kind = BY_TYPE.get(kept.media_type)
    words = {
        "kind": kind.word if kind else _("Bestand"),
        "size": size_words(kept.size),
        "who": _("jou") if is_mine else (kept.seat.first_name if kept.seat else _("iemand")),
        "day": full_date(clock.day_of(kept.kept_at), language()),
    }
    told = _("%(kind)s van %(size)s, van %(who)s, %(day)s") % words
    is_private = kept.circle == Circle.PRIVATE.value
    return FileRow(kept.public_id, kept.name, told, kept.circle, is_mine, is_mine and is_private)


def size_words(size: int) -> str:
    """`120 kB`, `3,4 MB`."""
    if size < 1_000_000:
        return _("%(n)s kB") % {"n": max(round(size / 1000), 1)}
    text = f"{size / 1_000_000:.1f}"
    return _("%(n)s MB") % {"n": text if language() == "en" else text.replace(".", ",")}

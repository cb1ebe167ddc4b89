"""Files on the page of a collaboration: how many there are, and a quiet way in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenstroom.accounts.models import Person
from samenstroom.collaborations.visits import Visit
from samenstroom.files.queries.kept import files_readable_by
from samenstroom.rules.visibility import Circle

from .shelf import Shelf, ShelfRow


def gather(person: Person, visits: Sequence[Visit]) -> Mapping[int, int]:
    """How many shared files lie on each table; her own are counted nowhere."""
    tables = [visit.collaboration.pk for visit in visits]
    rows = files_readable_by(person).filter(circle=Circle.SHARED.value, collaboration__in=tables)
    counted = rows.order_by().values("collaboration").annotate(count=Count("pk"))
    found = {row["collaboration"]: row["count"] for row in counted}
    return {key: found.get(key, 0) for key in tables}


def rows(visit: Visit, count: int) -> Iterable[ShelfRow]:
    """Always there, at the end: a place for paper."""
    if not count:
        hint = _("Een offerte, een verslag, een foto: op één plek.")
        return (ShelfRow(_("Bestanden"), hint, "files", is_offer=True),)
    hint = ngettext("%(n)s bestand van jullie samen", "%(n)s bestanden van jullie samen", count) % {"n": count}
    return (ShelfRow(_("Bestanden"), hint, "files", both=hint),)


SHELF = Shelf("files", gather, rows=rows)

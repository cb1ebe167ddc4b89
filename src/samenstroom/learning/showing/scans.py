"""Red-flag scans."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenstroom.accounts.models import Person
from samenstroom.exploring.models import Scan
from samenstroom.exploring.queries.scans import scan_by_id, scans_by_table
from samenstroom.exploring.wording.scans import FlagText, result_page
from samenstroom.exploring.wording.scans import Part as ResultPart
from samenstroom.kit import clock

from .shown import Kind, Part, Reading, Shown, filled, rows


def _items(person: Person, readings: Sequence[Reading]) -> Mapping[int, Sequence[Shown]]:
    found = scans_by_table(person, readings)
    return {key: [_shown(one) for one in scans] for key, scans in found.items()}


def _shown(scan: Scan) -> Shown:
    assert scan.finished_at is not None
    return Shown(scan.public_id, _("Rode vlaggen"), clock.day_of(scan.finished_at), scan.finished_at)


def _page(reading: Reading, item: str) -> Sequence[Part]:
    """What waves, with her answers and notes. Her lessons and boundaries beside it are other things."""
    scan = scan_by_id(reading, item)
    assert scan is not None
    page = result_page(reading, scan)
    flags = [part for group in (page.now, page.watch, page.find_out, page.good) for part in _flags(group)]
    stops = [Part(one.title, (one.words, *one.steps)) for one in page.stops]
    calm = [Part(page.calm.title, (page.calm.words,))] if page.calm else []
    return filled(*calm, *stops, *flags, Part(page.stretch.title, (page.stretch.words,)))


def _flags(group: ResultPart) -> Sequence[Part]:
    return [Part(group.title, (), _rows(one)) for one in group.flags]


def _rows(one: FlagText) -> tuple[dict[str, str], ...]:
    return rows((one.title, one.answer), (_("Eigen woorden"), one.note), (_("Waarom het telt"), one.why))


KIND = Kind(
    "scans", gettext_lazy("Rode vlaggen"), gettext_lazy("Wat er zwaaide, met je antwoorden en notities."),
    _items, _page, limit=gettext_lazy("Je grenzen en lessen die erbij stonden, horen er niet bij."),
)  # fmt: skip

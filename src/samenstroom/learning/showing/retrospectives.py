"""Her look back on a collaboration: what she answered, and nothing that the app knew from elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenstroom.accounts.models import Person
from samenstroom.kit import clock
from samenstroom.learning.models import Retrospective
from samenstroom.learning.queries.retrospectives import retrospective_of, retrospectives_by_table
from samenstroom.learning.wording.retrospectives import written_rows

from .shown import Kind, Part, Reading, Shown, filled, said


def _items(person: Person, readings: Sequence[Reading]) -> Mapping[int, Sequence[Shown]]:
    found = retrospectives_by_table(person, readings)
    return {one.collaboration.pk: _shown(found.get(one.collaboration.pk)) for one in readings}


def _shown(one: Retrospective | None) -> list[Shown]:
    """Only once she finished it."""
    if one is None or one.finished_at is None:
        return []
    return [Shown(one.public_id, _("Terugblik"), clock.day_of(one.finished_at), one.finished_at)]


def _page(reading: Reading, item: str) -> Sequence[Part]:
    one = retrospective_of(reading)
    assert one is not None and one.public_id == item
    return filled(said("", *written_rows(reading, one)))


KIND = Kind(
    "retrospectives", gettext_lazy("Terugblik"), gettext_lazy("Wat je antwoordde toen je terugkeek."),
    _items, _page, goes_on=True,
)  # fmt: skip

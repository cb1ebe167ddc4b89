"""Gut feelings about a collaboration."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenstroom.accounts.models import Person
from samenstroom.exploring.queries.feelings import feeling_by_id, feelings_by_table
from samenstroom.exploring.wording.decisions import percent_words
from samenstroom.exploring.wording.feelings import rows_of, step_word
from samenstroom.kit import clock

from .shown import Kind, Part, Reading, Shown, filled, rows, said


def _items(person: Person, readings: Sequence[Reading]) -> Mapping[int, Sequence[Shown]]:
    found = feelings_by_table(person)
    return {
        key: [
            Shown(one.public_id, step_word(one.step), clock.day_of(one.felt_at), one.felt_at)
            for one in reversed(found.get(key, []))
        ]
        for key in (reading.collaboration.pk for reading in readings)
    }


def _page(reading: Reading, item: str) -> Sequence[Part]:
    feeling = feeling_by_id(reading.person, item)
    assert feeling is not None
    (row,) = rows_of([feeling])
    head = _("Mijn hoofd zei iets anders") if feeling.sussed else ""
    return filled(
        Part(rows=rows((_("Gevoel"), row.word), (_("Hoofd"), head), (_("Waarover"), row.subject))),
        said("", feeling.words),
        said(_("Voorspelling"), feeling.prediction),
        Part(rows=rows((_("Hoe zeker"), percent_words(feeling.percent)))),
        Part(rows=rows((_("Wat ervan kwam"), row.outcome)), since=feeling.resolved_at),
    )


KIND = Kind(
    "feelings", gettext_lazy("Gevoelens"), gettext_lazy("Wat je gevoel zei, met je eigen woorden en voorspellingen."),
    _items, _page, limit=gettext_lazy("Gevoelens die bij geen samenwerking horen, blijven van jou."),
)  # fmt: skip

"""Signals that were shown to her."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenstroom.accounts.models import Person
from samenstroom.kit import clock
from samenstroom.rules.findings import restored
from samenstroom.watch.wording import FindingPage, word_finding

from .resting import Rest, shown_by_table
from .shown import Kind, Part, Reading, Shown, filled, rows


def _items(person: Person, readings: Sequence[Reading]) -> Mapping[int, Sequence[Shown]]:
    found, tables = shown_by_table(person, readings), {one.collaboration.pk: one for one in readings}
    return {
        key: [
            Shown(
                one.row.public_id, _worded(tables[key], one.row.finding).title, clock.day_of(one.row.shown_at),
                one.row.shown_at, of_both=one.rest is Rest.BOTH,
            )
            for one in group if one.rest is not Rest.NEVER
        ]
        for key, group in found.items()
    }  # fmt: skip


def _worded(reading: Reading, kept: Mapping[str, object]) -> FindingPage:
    return word_finding(restored(kept), reading, "")


def _page(reading: Reading, item: str) -> Sequence[Part]:
    group = shown_by_table(reading.person, [reading])[reading.collaboration.pk]
    row = next(one.row for one in group if one.row.public_id == item)
    page = _worded(reading, row.finding)
    facts = tuple({"label": line.source, "text": line.text} for line in page.evidence)
    return filled(
        Part(words=(page.line, page.meaning)),
        Part(_("Waar het op rust"), rows=facts),
        Part(_("Hoe zeker"), (page.certainty,)),
        Part(_("De regel"), (page.rule,)),
        Part(rows=rows((_("Weggelegd omdat"), str(row.set_aside_reason))), since=row.set_aside_at),
    )


KIND = Kind(
    "findings", gettext_lazy("Signalen die je zag"), gettext_lazy("Met de feiten waar ze op rusten."),
    _items, _page,
    limit=gettext_lazy(
        "Alleen signalen die op je eigen feiten rusten. Ook de rest, zodra jullie allebei ja zeggen. Wat op een "
        "referentie of zelftest rust, blijft van jou."
    ),
)  # fmt: skip

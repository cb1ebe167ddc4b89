"""Her own farewell: the letter, and what she learned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenstroom.accounts.models import Person
from samenstroom.farewell.models import Farewell
from samenstroom.farewell.queries.farewells import farewell_of, farewells_by_table
from samenstroom.farewell.wording.farewells import farewell_texts, way_of
from samenstroom.kit import clock

from .shown import Kind, Part, Reading, Shown, filled, rows, said


def _items(person: Person, readings: Sequence[Reading]) -> Mapping[int, Sequence[Shown]]:
    found = farewells_by_table(person, readings)
    return {one.collaboration.pk: _shown(found.get(one.collaboration.pk)) for one in readings}


def _shown(farewell: Farewell | None) -> list[Shown]:
    if farewell is None:
        return []
    return [Shown(farewell.public_id, _("Afscheid"), clock.day_of(farewell.started_at), farewell.started_at)]


def _page(reading: Reading, item: str) -> Sequence[Part]:
    """How she wants it to end, the letters she wrote, and her lesson. What she weighed before stays hers."""
    farewell = farewell_of(reading)
    assert farewell is not None and farewell.public_id == item
    outcomes = {one["id"]: str(one["label"]) for one in farewell_texts()["lesson"]["outcomes"]}
    letters = [said(_("Brief"), str(text)) for text in dict(farewell.letter.get("texts", {})).values()]
    return filled(
        Part(rows=rows((_("Hoe het eindigt"), str(way_of(farewell)["label"])))),
        *letters,
        Part(rows=rows((_("Wat ervan kwam"), outcomes.get(str(farewell.outcome), "")))),
        said(_("Wat ik leerde"), farewell.lesson),
    )


KIND = Kind(
    "farewells", gettext_lazy("Afscheid"), gettext_lazy("Je brief, hoe het eindigt, en wat je leerde."),
    _items, _page, goes_on=True,
)  # fmt: skip

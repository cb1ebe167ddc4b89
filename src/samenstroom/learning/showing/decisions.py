"""Decisions about beginning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenstroom.accounts.models import Person
from samenstroom.exploring.models import Decision
from samenstroom.exploring.queries.decisions import decision_by_id, decisions_by_table
from samenstroom.exploring.wording.decisions import choice_words, view_of
from samenstroom.kit import clock
from samenstroom.rules.decisions import Choice

from .shown import Kind, Part, Reading, Shown, filled, rows, said


def _items(person: Person, readings: Sequence[Reading]) -> Mapping[int, Sequence[Shown]]:
    found = decisions_by_table(person, readings)
    return {key: [_shown(one) for one in decisions] for key, decisions in found.items()}


def _shown(decision: Decision) -> Shown:
    assert decision.decided_at is not None
    word = _("Besluit: %(word)s") % {"word": choice_words()[Choice(decision.choice)][0]}
    return Shown(decision.public_id, word, clock.day_of(decision.decided_at), decision.decided_at)


def _page(reading: Reading, item: str) -> Sequence[Part]:
    """What she chose and why. What she weighed came from more than her: from a referee, or from the other."""
    decision = decision_by_id(reading, item)
    assert decision is not None
    view = view_of(decision)
    lesson = str(decision.looked_back.lesson) if decision.looked_back else ""
    return filled(
        Part(rows=rows((_("Keuze"), view.word), (_("Inschatting"), view.estimate))),
        said(_("Hoe het voelde"), decision.feeling),
        said(_("Waarom"), decision.why),
        said(_("In het oog houden"), *(one.words for one in view.worries if not one.source)),
        Part(rows=rows((_("Wat ervan kwam"), view.outcome))),
        said(_("Wat ik leerde"), lesson),
    )


KIND = Kind(
    "decisions", gettext_lazy("Besluit"), gettext_lazy("Wat je koos, waarom, en wat ervan kwam."),
    _items, _page, goes_on=True, limit=gettext_lazy("Wat je van anderen hoorde en meewoog, hoort er niet bij."),
)  # fmt: skip

"""Feedback: what she gave, and with a yes of both also the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenstroom.accounts.models import Person
from samenstroom.feedback.models import Direction
from samenstroom.feedback.queries.feedback import FeedbackView, feedback_by_id, feedback_by_table
from samenstroom.feedback.wording.feedback import said_rows

from .shown import Kind, Part, Reading, Shown, filled, named_as, said


def _items(person: Person, readings: Sequence[Reading]) -> Mapping[int, Sequence[Shown]]:
    tables = {one.collaboration.pk: one for one in readings}
    found = feedback_by_table(person, readings)
    return {key: [_shown(tables[key], one) for one in views] for key, views in found.items()}


def _shown(reading: Reading, view: FeedbackView) -> Shown:
    one = view.feedback
    is_own = one.by_id == reading.seat.pk and one.direction == Direction.GIVEN.value
    title = _("Feedback van jou") if view.i_gave else _("Feedback van %(name)s") % {"name": reading.other_name}
    return Shown(one.public_id, title, one.said_on, one.shared_at, of_both=not is_own)


def _page(reading: Reading, item: str) -> Sequence[Part]:
    view = feedback_by_id(reading, item)
    assert view is not None
    parts = [said("", str(view.feedback.said.get("what", ""))), Part(rows=said_rows(view.feedback.said))]
    for answer in view.answers if reading.with_other else ():
        seat = named_as(reading, answer.seat)
        name = {"name": seat.first_name if seat else ""}
        words = said(_("Antwoord van %(name)s") % name, answer.words, answer.agreed)
        parts.append(replace(words, since=answer.answered_at))
    return filled(*parts)


KIND = Kind(
    "feedback", gettext_lazy("Feedback"), gettext_lazy("De feedback die je zelf gaf."),
    _items, _page,
    limit=gettext_lazy("Feedback en antwoorden van de ander komen pas mee als jullie allebei ja zeggen."),
)  # fmt: skip

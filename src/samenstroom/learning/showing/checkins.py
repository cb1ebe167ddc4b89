"""Check-ins of both: her own answers, and with a yes of both also those of the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenstroom.accounts.models import Person
from samenstroom.checkins.models import Answer
from samenstroom.checkins.queries import ReadAnswer, own_answers_by_table, rounds_of
from samenstroom.checkins.wording import item_name, step_label
from samenstroom.rules.dimensions import ITEMS

from .shown import Kind, Part, Reading, Shown, filled, rows, said

NOT_YET = datetime.max.replace(tzinfo=UTC)
"""Until a round opened or is over she can change her answer, so "only what is there now" cannot be said of it."""


def _items(person: Person, readings: Sequence[Reading]) -> Mapping[int, Sequence[Shown]]:
    found = own_answers_by_table(person, readings)
    return {key: [_shown(one) for one in answers] for key, answers in found.items()}


def _shown(one: Answer) -> Shown:
    assert one.sent_at is not None
    fixed_at = one.round.revealed_at or one.round.closed_at or NOT_YET
    return Shown(one.round.public_id, _("Check-in"), one.round.opened_on, max(one.sent_at, fixed_at))


def _page(reading: Reading, item: str) -> Sequence[Part]:
    view = next(one for one in rounds_of(reading) if one.round.public_id == item)
    assert view.mine is not None
    parts = _told(reading.my_name, view.mine, is_own=True)
    if reading.with_other and view.is_revealed and view.theirs:
        parts += _told(reading.other_name, view.theirs, is_own=False)
    return filled(*parts)


def _told(name: str, one: ReadAnswer, *, is_own: bool) -> list[Part]:
    """Her own remark that was only for herself stays hers; of the other what she may read herself."""
    steps = ((item_name(key), step_label(one.values[key])) for key in ITEMS if one.values.get(key) is not None)
    is_kept = is_own and one.remark_choice == Answer.RaiseChoice.MINE and not one.remark_shared
    return [
        Part(_("Antwoorden van %(name)s") % {"name": name}, rows=rows(*steps)),
        said(_("Waardering van %(name)s") % {"name": name}, one.appreciation),
        said(_("Opmerking van %(name)s") % {"name": name}, "" if is_kept else one.remark),
    ]


KIND = Kind(
    "checkins", gettext_lazy("Check-ins van jullie samen"), gettext_lazy("Je eigen antwoorden."),
    _items, _page,
    limit=gettext_lazy("Antwoorden van de ander komen pas mee als jullie allebei ja zeggen."),
)  # fmt: skip

"""Check-ins of her own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenstroom.accounts.models import Person
from samenstroom.checkins.models import OwnCheckIn
from samenstroom.checkins.queries import own_by_table, own_of
from samenstroom.checkins.wording import item_name, step_label
from samenstroom.kit import clock
from samenstroom.rules.dimensions import ITEMS

from .shown import Kind, Part, Reading, Shown, filled, rows, said


def _items(person: Person, readings: Sequence[Reading]) -> Mapping[int, Sequence[Shown]]:
    found = own_by_table(person, readings)
    return {key: [_shown(one) for one in view.done] for key, view in found.items()}


def _shown(one: OwnCheckIn) -> Shown:
    assert one.sent_at is not None
    return Shown(one.public_id, _("Check-in van jezelf"), clock.day_of(one.sent_at), one.sent_at)


def _page(reading: Reading, item: str) -> Sequence[Part]:
    one = next(done for done in own_of(reading).done if done.public_id == item)
    steps = ((item_name(name), step_label(one.values[name])) for name in ITEMS if one.values.get(name) is not None)
    return filled(Part(rows=rows(*steps)), said("", one.remark))


KIND = Kind(
    "own_checkins", gettext_lazy("Check-ins van jezelf"),
    gettext_lazy("Hoe het voor jou stroomt, en je woorden erbij."),
    _items, _page,
)  # fmt: skip

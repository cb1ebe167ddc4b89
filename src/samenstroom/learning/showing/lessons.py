"""Lessons that came from a collaboration, in her own sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, time

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenstroom.accounts.models import Person
from samenstroom.learning.queries.lessons import LessonView, lesson_by_key, lessons_of
from samenstroom.learning.wording.lessons import about_words

from .shown import Kind, Part, Reading, Shown, filled, said


def _items(person: Person, readings: Sequence[Reading]) -> Mapping[int, Sequence[Shown]]:
    found: dict[int, list[Shown]] = {one.collaboration.pk: [] for one in readings}
    for one in lessons_of(person):
        if one.table is not None and one.table.pk in found:
            found[one.table.pk].append(_shown(one))
    return found


def _shown(one: LessonView) -> Shown:
    """Where the moment is not known, the end of its day: what is shown up to now then leaves it out."""
    made_at = one.kept.learned_at if one.kept else datetime.combine(one.when, time.max, UTC)
    return Shown(one.key, _("Les"), one.when, made_at)


def _page(reading: Reading, item: str) -> Sequence[Part]:
    one = lesson_by_key(reading.person, item)
    assert one is not None
    return filled(said(_("Wat ik leerde"), one.words), Part(_("Waarover het gaat"), tuple(about_words(one))))


KIND = Kind(
    "lessons", gettext_lazy("Lessen"), gettext_lazy("Wat je leerde, in je eigen zin."), _items, _page, goes_on=True
)

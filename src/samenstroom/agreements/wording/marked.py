"""Differences between two texts with the words that differ told apart, for a page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from samenstroom.rules.agreement.marking import Line, marked

from .differences import Difference, TermDifference, Turn


@dataclass(frozen=True)
class DifferenceView:
    """One part that reads otherwise: how it was and how it becomes, line by line, and the terms that differ."""

    code: str
    name: str
    turn: str
    is_new: bool
    is_dropped: bool
    terms: tuple[TermDifference, ...]
    before: tuple[Line, ...]
    after: tuple[Line, ...]
    plain: tuple[str, ...]


def difference_views(found: Iterable[Difference]) -> list[DifferenceView]:
    """Put differences in words and mark the words that differ."""
    return [_view(one) for one in found]


def _view(one: Difference) -> DifferenceView:
    before, after = marked(one.before, one.after)
    words = {Turn.NEW: _("Nieuw"), Turn.DROPPED: _("Gaat weg"), Turn.CHANGED: _("Anders")}
    return DifferenceView(
        code=one.code.replace(":", "-"),
        name=one.name,
        turn=words[one.turn],
        is_new=one.turn is Turn.NEW,
        is_dropped=one.turn is Turn.DROPPED,
        terms=one.terms,
        before=before,
        after=after,
        plain=one.plain,
    )

"""The shelf of priorities: a change that waits for an answer or for paper, and what comes first for both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from django.utils.translation import gettext as _

from samenstroom.accounts.models import Person
from samenstroom.adjusting.queries.priorities import (
    ChangeView,
    changes_by_table,
    order_in,
    ranking_key,
    rankings_by_table,
)
from samenstroom.collaborations.visibility import private_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.exchanges.queries import ExchangeView
from samenstroom.kit import clock
from samenstroom.rules.entries import Entry
from samenstroom.rules.findings import Side
from samenstroom.rules.priorities import shift
from samenstroom.rules.visibility import Circle
from samenstroom.watch.models import SeenMark

from .shelf import Ask, Shelf, ShelfRow

OFFERED_IN = frozenset({"work", "adjust"})
WEIGHT, RANKING_WEIGHT, FRESH_WEIGHT = 80, 52, 62
UNANSWERED = timedelta(days=14)
"""After so many days without an answer a change that was told counts as one nobody talked about."""


@dataclass(frozen=True)
class Lying:
    """The changes and rankings of one table, newest first; `is_fresh`: one opened without her having seen it."""

    changes: Sequence[ChangeView]
    rankings: Sequence[ExchangeView]
    is_fresh: bool

    @property
    def waits(self) -> ChangeView | None:
        return next((one for one in self.changes if one.waits_for_me), None)

    @property
    def unwritten(self) -> ChangeView | None:
        return next((one for one in self.changes if one.is_unwritten), None)

    @property
    def open(self) -> ExchangeView | None:
        return next((one for one in self.rankings if one.is_open), None)


def _gather(person: Person, visits: Sequence[Visit]) -> Mapping[int, Lying]:
    changes, rankings = changes_by_table(person, visits), rankings_by_table(person, visits)
    opened = [ranking_key(one) for views in rankings.values() for one in views if one.is_revealed]
    marks = private_rows(SeenMark.objects.filter(key__in=opened), seen_by=person)
    seen = frozenset(marks.values_list("key", flat=True)) if opened else frozenset()
    return {key: Lying(changes[key], rankings[key], _is_fresh(rankings[key], seen)) for key in changes}


def _is_fresh(views: Sequence[ExchangeView], seen: frozenset[str]) -> bool:
    newest = next((one for one in views if one.is_revealed), None)
    return newest is not None and ranking_key(newest) not in seen


def _rows(visit: Visit, lying: Lying) -> Iterator[ShelfRow]:
    has_any = bool(lying.changes or lying.rankings)
    if not has_any and visit.collaboration.stage not in OFFERED_IN:
        return
    hint, turn = _hint(visit, lying)
    asks = turn and visit.speaks
    yield ShelfRow(
        title=_("Prioriteiten"), hint=hint, page="priorities", state=_("Nu jij") if asks else "",
        tone="now" if asks else "plain", icon="flag", is_offer=not has_any,
        both=_("Wat er verandert, en wat voorgaat.") if has_any else "",
    )  # fmt: skip


def _hint(visit: Visit, lying: Lying) -> tuple[str, bool]:
    name = {"name": visit.other_name}
    if lying.waits:
        return _("%(name)s vertelt wat er verandert.") % name, True
    if lying.open and lying.open.waits_for_me:
        return _("Zet op volgorde wat voor jou voorgaat."), True
    if lying.is_fresh:
        return _("De enveloppen zijn open."), True
    if lying.unwritten:
        return _("Iets wat jullie afspraken staat nog niet op papier."), False
    if any(one.change.is_open for one in lying.changes):
        return _("Wat jij vertelde, ligt bij %(name)s.") % name, False
    if lying.open:
        return _("Je envelop is dicht. Het wacht op %(name)s.") % name, False
    if lying.changes or lying.rankings:
        return _("Wat er veranderde, en wat voorgaat."), False
    return _("Verandert er iets? Vertel het voordat het werk verandert."), False


def _asks(visit: Visit, lying: Lying) -> Iterator[Ask]:
    if not visit.speaks:
        return
    name = {"name": visit.other_name}
    if lying.waits:
        yield Ask(
            WEIGHT, "flag", _("%(name)s vertelt wat er verandert") % name, _("Zeg ja, nee, of stel iets anders voor."),
            _("Lees wat er verandert"), "change", {"change": lying.waits.change.public_id},
        )  # fmt: skip
    if lying.open and lying.open.waits_for_me:
        line = _("Het gaat open als jullie allebei klaar zijn.")
        parts = {"exchange": lying.open.exchange.public_id}
        yield Ask(RANKING_WEIGHT, "flag", _("Wat gaat voor jou voor?"), line, _("Zet op volgorde"), "ranking", parts)
    if lying.is_fresh:
        title, line = _("Jullie zetten allebei op volgorde wat voorgaat"), _("De enveloppen zijn open.")
        yield Ask(FRESH_WEIGHT, "flag", title, line, _("Bekijk wat voorgaat"), "priorities")


def _entries(visit: Visit, lying: Lying) -> Iterator[Entry]:
    """A change nobody answered, what both settled, what is not on paper, and another course that the lists show."""
    today = clock.day_of(visit.now)
    for one in lying.changes:
        yield from _told(visit, one, today)
    yield from _courses(visit, lying)


def _told(visit: Visit, view: ChangeView, today: date) -> Iterator[Entry]:
    change, key = view.change, view.change.public_id
    side = Side.SELF if change.party_id == visit.party.pk else Side.OTHER
    told_on = clock.day_of(change.told_at)
    if change.withdrawn_at or change.counters_id:
        return
    if change.is_open and today - told_on >= UNANSWERED:
        yield Entry("priorities_changed", told_on, by=side, about=side, origin=Circle.SHARED, key=f"change-{key}")
    if change.answered_at:
        on = clock.day_of(change.answered_at)
        kind = "renegotiated" if change.is_agreed else "talk_held"
        yield Entry(kind, on, origin=Circle.SHARED, key=f"change-answered-{key}")
    agreed_at = change.noted_at or change.answered_at
    if view.is_unwritten and agreed_at:
        on = clock.day_of(agreed_at)
        yield Entry("change_unwritten", on, origin=Circle.SHARED, key=f"change-unwritten-{key}")


def _courses(visit: Visit, lying: Lying) -> Iterator[Entry]:
    """Two opened rankings in a row tell what moved; whoever told a change since the first has talked about it."""
    opened = [one for one in lying.rankings if one.is_revealed]
    for now, before in pairwise(opened):
        assert now.exchange.revealed_at is not None
        on = clock.day_of(now.exchange.revealed_at)
        since = before.exchange.started_at
        told = {one.is_mine for one in lying.changes if one.change.told_at >= since and not one.change.withdrawn_at}
        for side, is_mine, was, is_now in (
            (Side.SELF, True, before.mine, now.mine),
            (Side.OTHER, False, before.theirs, now.theirs),
        ):
            if is_mine not in told and shift(order_in(was), order_in(is_now)).is_course:
                place = (visit.party if is_mine else visit.other_party).position
                key = f"course-{now.exchange.public_id}-{place}"
                yield Entry("priorities_changed", on, by=side, about=side, origin=Circle.SHARED, key=key)


SHELF = Shelf("priorities", _gather, rows=_rows, asks=_asks, entries=_entries)

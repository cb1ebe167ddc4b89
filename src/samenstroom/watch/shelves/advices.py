"""Advice: a row, an answer that is asked, and the neutral fact that somebody chose otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenstroom.agreements.models.advices import OTHERWISE
from samenstroom.agreements.queries.advices import AdviceView, advices_by_table
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock
from samenstroom.rules.entries import Entry
from samenstroom.rules.findings import Side
from samenstroom.rules.life_cycle import LIVE, Stage

from .shelf import Ask, Shelf, ShelfRow

Lies = Sequence[AdviceView]


def _rows(visit: Visit, lies: Lies) -> Iterator[ShelfRow]:
    title = _("Advies")
    if not lies:
        if Stage(visit.collaboration.stage) in LIVE:
            hint = _("Zou jij het anders doen? Zeg het op tijd, met een reden.")
            yield ShelfRow(title, hint, "advices", icon="info", is_offer=True)
        return
    is_turn = visit.speaks and any(one.waits_for_me for one in lies)
    hint = ngettext("%(n)s advies gegeven", "%(n)s adviezen gegeven", len(lies)) % {"n": len(lies)}
    yield ShelfRow(
        title, hint, "advices", state=_("Nu jij") if is_turn else "", tone="now" if is_turn else "plain", icon="info",
        both=hint,
    )  # fmt: skip


def _asks(visit: Visit, lies: Lies) -> Iterator[Ask]:
    if visit.speaks and any(one.waits_for_me for one in lies):
        title = _("%(name)s geeft een advies") % {"name": visit.other_name}
        yield Ask(75, "info", title, _("Lees het rustig. Jij kiest wat je doet."), _("Lees het advies"), "advices")


def _entries(visit: Visit, lies: Lies) -> Iterator[Entry]:
    for one in lies:
        row = one.advice
        if str(row.choice) == OTHERWISE and row.answered_at:
            chooser = Side.OTHER if one.i_gave else Side.SELF
            yield Entry("advice_overruled", clock.day_of(row.answered_at), by=chooser, about=chooser, key=row.public_id)


SHELF = Shelf("advices", advices_by_table, _rows, _asks, _entries)

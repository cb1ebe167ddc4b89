"""Extra work: a row, whose turn it is, and the facts that it was asked and agreed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenstroom.agreements.queries.extra_work import ExtraView, extra_by_table
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock
from samenstroom.rules.entries import Entry
from samenstroom.rules.findings import Side
from samenstroom.rules.life_cycle import LIVE, Stage

from .shelf import Ask, Shelf, ShelfRow

Lies = Sequence[ExtraView]


def _rows(visit: Visit, lies: Lies) -> Iterator[ShelfRow]:
    title = _("Meerwerk")
    if not lies:
        if Stage(visit.collaboration.stage) in LIVE:
            title, page = (_("Noteer meerwerk"), "extra_work_add") if visit.speaks else (title, "extra_work")
            yield ShelfRow(title, _("Iets extra’s? Spreek het af in één tik."), page, icon="plus", is_offer=True)
        return
    is_turn = visit.speaks and any(one.is_my_turn for one in lies)
    hint = _hint(lies)
    yield ShelfRow(
        title, hint, "extra_work", state=_("Nu jij") if is_turn else "", tone="now" if is_turn else "plain",
        icon="plus", both=hint,
    )  # fmt: skip


def _hint(lies: Lies) -> str:
    open_ = sum(one.work.is_open for one in lies)
    agreed = sum(one.work.agreed_at is not None for one in lies)
    parts = []
    if open_:
        parts.append(_("%(n)s op tafel") % {"n": open_})
    if agreed:
        parts.append(ngettext("%(n)s afgesproken", "%(n)s afgesproken", agreed) % {"n": agreed})
    return ", ".join(parts) or _("Niets op tafel")


def _asks(visit: Visit, lies: Lies) -> Iterator[Ask]:
    mine = [one for one in lies if one.is_my_turn] if visit.speaks else []
    for one in mine[:1]:
        name = {"name": visit.other_name}
        if one.has_price:
            words = _("%(name)s doet een voorstel voor meerwerk") % name, _("Past het? Eén tik is genoeg.")
        else:
            words = _("%(name)s legt iets extra’s op tafel") % name, _("Noem een prijs, of zeg dat het erbij hoort.")
        yield Ask(80, "plus", *words, _("Bekijk het meerwerk"), "extra_work")


def _entries(visit: Visit, lies: Lies) -> Iterator[Entry]:
    """That it was asked, once agreed or refused, or while nobody named a price; and how it was answered.

    An offer that waits for a yes is no request without a price, and what was taken back by who asked is no request.
    """
    for one in lies:
        yield from _told(one)


def _told(view: ExtraView) -> Iterator[Entry]:
    work, asker = view.work, Side.SELF if view.i_asked else Side.OTHER
    by, other = Side.SELF if view.i_put else Side.OTHER, Side.OTHER if view.i_asked else Side.SELF
    refused = work.dropped_at is not None and (
        work.dropped_by is not None and work.dropped_by.party_id != work.asked_by_id
    )
    if work.agreed_at or refused or view.waits_for_price:
        yield Entry(
            "extra_work_asked", clock.day_of(work.put_at), by=by, about=asker, key=work.public_id,
            data=_numbers(hours=work.hours),
        )  # fmt: skip
    if work.agreed_at:
        yield Entry(
            "extra_work_agreed", clock.day_of(work.agreed_at), by=by, key=work.public_id,
            data=_numbers(hours=work.hours, amount=work.amount or None),
        )  # fmt: skip
    if refused and work.dropped_at:
        yield Entry("offer_declined", clock.day_of(work.dropped_at), by=other, about=other, key=work.public_id)


def _numbers(**given: Any) -> dict[str, float]:
    return {name: float(value) for name, value in given.items() if value is not None}


SHELF = Shelf("extra_work", extra_by_table, _rows, _asks, _entries)

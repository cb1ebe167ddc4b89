"""Deals that were read back: a row, a yes that is asked, and the fact that something was agreed by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenstroom.agreements.queries.readbacks import ReadBackView, readbacks_by_table
from samenstroom.collaborations.visits import Visit
from samenstroom.rules.entries import Entry, Stance
from samenstroom.rules.findings import Side
from samenstroom.rules.life_cycle import LIVE, Stage

from .shelf import Ask, Shelf, ShelfRow

Lies = Sequence[ReadBackView]
TITLE_STAGES = LIVE | {Stage.AGREE}


def _rows(visit: Visit, lies: Lies) -> Iterator[ShelfRow]:
    title, known = _("Bevestigen"), [one for one in lies if not one.readback.is_off]
    waiting = [one for one in known if one.waits_for_me]
    if not known:
        if Stage(visit.collaboration.stage) in TITLE_STAGES:
            yield ShelfRow(
                title, _("Iets mondeling of per mail afgesproken? Lees het terug."), "readbacks", icon="talk",
                is_offer=True,
            )  # fmt: skip
        return
    confirmed = sum(one.readback.confirmed_at is not None for one in known)
    words = {"n": confirmed}
    hint = (
        ngettext("%(n)s afspraak bevestigd.", "%(n)s afspraken bevestigd.", confirmed) % words if confirmed
        else _("Nog niet bevestigd.")
    )  # fmt: skip
    is_turn = bool(waiting) and visit.speaks
    yield ShelfRow(
        title, hint, "readbacks", state=_("Nu jij") if is_turn else "", tone="now" if is_turn else "plain", icon="talk",
        both=hint,
    )  # fmt: skip


def _asks(visit: Visit, lies: Lies) -> Iterator[Ask]:
    if not visit.speaks:
        return
    for one in lies:
        if not one.waits_for_me:
            continue
        name = {"name": visit.other_name}
        if one.is_contested:
            words = _("%(name)s ziet een afspraak anders") % name, _("Lees hoe, en lees het opnieuw terug.")
        else:
            words = _("%(name)s leest een afspraak terug") % name, _("Klopt het? Eén tik is genoeg.")
        yield Ask(80, "talk", *words, _("Bekijk de afspraak"), "readbacks")
        return


def _entries(visit: Visit, lies: Lies) -> Iterator[Entry]:
    for one in lies:
        row = one.readback
        if row.is_off:
            continue
        amount = row.terms.get("fee_amount_eur")
        stance = Stance.SO if row.confirmed_at else Stance.OTHERWISE if row.contested_at else None
        yield Entry(
            "deal_spoken", row.agreed_on, by=Side.SELF if one.i_put else Side.OTHER, stance=stance, key=row.public_id,
            data={"amount": float(amount)} if amount is not None else {},
        )  # fmt: skip


SHELF = Shelf("readbacks", readbacks_by_table, _rows, _asks, _entries)

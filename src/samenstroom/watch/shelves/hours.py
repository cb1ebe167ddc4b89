"""The shelf of hours: what waits for a word, how much is left, and the hours of each week for the rules."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenstroom.collaborations.visits import Visit
from samenstroom.contributions.models import Contribution
from samenstroom.contributions.queries.hours import Ledger, ledgers_by_table
from samenstroom.contributions.wording.hours import left_words, mark_words
from samenstroom.rules.balance import OVER
from samenstroom.rules.entries import Entry, Stance
from samenstroom.rules.findings import Side
from samenstroom.rules.hours_given import GivenLine, by_week

from .shelf import Ask, Shelf, ShelfRow

FRESH = timedelta(days=7)
"""A word about what is left is said once, for this long after the hours that reached it were written down."""


def _rows(visit: Visit, ledger: Ledger) -> Iterator[ShelfRow]:
    waiting = len(ledger.waiting_for(visit.party.pk))
    asks = visit.speaks and bool(waiting or _to_agree(visit, ledger))
    has_any = bool(ledger.entries or ledger.agreed or ledger.plans)
    if not has_any and visit.collaboration.stage not in ("start", "work"):
        return
    hint = _hint(visit, ledger, waiting) if has_any else _("Schrijf op wat je inbrengt, in één regel.")
    yield ShelfRow(
        title=_("Uren en inbreng"),
        hint=hint,
        page="hours",
        state=_("Nu jij") if asks else "",
        tone="now" if asks else "plain",
        icon="clock",
        is_offer=not has_any,
        both=_("Wat ieder inbrengt, en wat er nog over is.") if has_any else "",
    )


def _hint(visit: Visit, ledger: Ledger, waiting: int) -> str:
    if waiting and visit.speaks:
        words = {"name": visit.other_name, "n": waiting}
        return ngettext("%(name)s schreef %(n)s regel op.", "%(name)s schreef %(n)s regels op.", waiting) % words
    for who, party in ((_("Jij"), visit.party.pk), (visit.other_name, visit.other_party.pk)):
        left = ledger.left(party)
        if left:
            return f"{who}: {left_words(left)}."
    return _("Wat ieder inbracht, dag voor dag.")


def _asks(visit: Visit, ledger: Ledger) -> Iterator[Ask]:
    if not visit.speaks:
        return
    proposed = _to_agree(visit, ledger)
    if proposed:
        title = _("%(name)s stelt voor wie wat inbrengt") % {"name": visit.other_name}
        yield Ask(
            75, "talk", title, _("Kijk of het past, of stel iets anders voor."), _("Bekijk het voorstel"), "hours"
        )
    waiting = ledger.waiting_for(visit.party.pk)
    if waiting:
        words = {"name": visit.other_name, "n": len(waiting)}
        title = ngettext(
            "%(name)s schreef %(n)s regel met uren of inbreng op",
            "%(name)s schreef %(n)s regels met uren of inbreng op",
            len(waiting),
        )
        yield Ask(
            45, "clock", title % words, _("Zeg of het zo was, één voor één of in één keer."), _("Bekijk"), "hours"
        )
    yield from _marks(visit, ledger)


def _marks(visit: Visit, ledger: Ledger) -> Iterator[Ask]:
    """A neutral word when a mark was reached in the last days."""
    for who, party in ((_("jij"), visit.party.pk), (visit.other_name, visit.other_party.pk)):
        left, reached = ledger.left(party), ledger.reached_on(party)
        if left and left.mark and reached and ledger.today - reached < FRESH:
            title = _("Uren (%(who)s): %(left)s") % {"who": who, "left": left_words(left)}
            yield Ask(50 if left.mark == OVER else 35, "clock", title, mark_words(left), _("Bekijk de uren"), "hours")


def _to_agree(visit: Visit, ledger: Ledger) -> bool:
    proposers = [one.proposed_by for one in ledger.proposals]
    return any(one is not None and one.party_id != visit.party.pk for one in proposers)


def _entries(visit: Visit, ledger: Ledger) -> Iterator[Entry]:
    """The hours of each side, week by week."""
    lines = (
        GivenLine(one.on, Side.SELF if one.party_id == visit.party.pk else Side.OTHER, one.hours, _stance(one))
        for one in ledger.entries
    )
    yield from by_week(lines, ledger.today)


def _stance(entry: Contribution) -> Stance | None:
    if entry.otherwise_at:
        return Stance.OTHERWISE
    return Stance.SO if entry.confirmed_at else None


SHELF = Shelf("hours", ledgers_by_table, rows=_rows, asks=_asks, entries=_entries)

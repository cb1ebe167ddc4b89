"""The shelf of the balance: who still has to say how she sees it, and that the envelopes are open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from samenstroom.accounts.models import Person
from samenstroom.collaborations.visibility import private_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.contributions.queries.balance import balance_key, balances_by_table
from samenstroom.exchanges.queries import ExchangeView
from samenstroom.watch.models import SeenMark

from .shelf import Ask, Shelf, ShelfRow


@dataclass(frozen=True)
class Lying:
    """The newest look at the balance of one table, and whether it opened without her having seen it."""

    view: ExchangeView | None
    is_fresh: bool


def _gather(person: Person, visits: Sequence[Visit]) -> Mapping[int, Lying]:
    newest = {key: _newest(found) for key, found in balances_by_table(person, visits).items()}
    opened = [balance_key(view) for view in newest.values() if view and view.is_revealed]
    seen = frozenset(
        private_rows(SeenMark.objects.filter(key__in=opened), seen_by=person).values_list("key", flat=True)
    )
    return {
        key: Lying(view, bool(view and view.is_revealed and balance_key(view) not in seen))
        for key, view in newest.items()
    }


def _newest(views: Sequence[ExchangeView]) -> ExchangeView | None:
    return next((view for view in views if view.is_open or view.is_revealed), None)


def _rows(visit: Visit, lying: Lying) -> Iterator[ShelfRow]:
    view = lying.view
    if view is None:
        if visit.collaboration.stage == "work" and visit.takes_part:
            hint = _("Hoe zien jullie wie wat doet?")
            yield ShelfRow(title=_("De balans"), hint=hint, page="balance", icon="talk", is_offer=True)
        return
    asks = visit.speaks and (view.waits_for_me or lying.is_fresh)
    yield ShelfRow(
        title=_("De balans"),
        hint=_hint(visit, view),
        page="balance",
        state=_("Nu jij") if asks else "",
        tone="now" if asks else "plain",
        icon="talk",
        both=_("Hoe jullie zien wie wat doet."),
    )


def _hint(visit: Visit, view: ExchangeView) -> str:
    if view.is_revealed:
        return _("De enveloppen zijn open.")
    if view.waits_for_me:
        return _("Twee korte stappen. Het gaat open als jullie allebei klaar zijn.")
    return _("Je envelop is dicht. Het wacht op %(name)s.") % {"name": visit.other_name}


def _asks(visit: Visit, lying: Lying) -> Iterator[Ask]:
    view = lying.view
    if view is None:
        return
    if lying.is_fresh:
        title = _("Jullie zeiden allebei hoe jullie de balans zien")
        yield Ask(65, "talk", title, _("De enveloppen zijn open."), _("Bekijk de balans"), "balance")
    elif view.waits_for_me and visit.speaks:
        title = _("Hoe zie jij wie wat doet?")
        line = _("Twee korte stappen. Het gaat open als jullie allebei klaar zijn.")
        yield Ask(55, "talk", title, line, _("Kijk naar de balans"), "balance")


SHELF = Shelf("balance", _gather, rows=_rows, asks=_asks)

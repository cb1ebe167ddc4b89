"""The shelf of looking back: together, what waits or opened; and for herself, an offer once it ends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from samenstroom.accounts.models import Person
from samenstroom.collaborations.visibility import private_rows
from samenstroom.collaborations.visits import Visit
from samenstroom.exchanges.queries import ExchangeView, exchanges_by_table
from samenstroom.rules.life_cycle import Stage
from samenstroom.rules.retrospect import TOGETHER
from samenstroom.watch.models import SeenMark

from .shelf import Ask, Shelf, ShelfRow

ENDING = frozenset({Stage.FAREWELL.value, Stage.LEARN.value})


@dataclass(frozen=True)
class Lying:
    """The newest time that they look back together, and whether it opened without her having seen it."""

    view: ExchangeView | None
    is_fresh: bool


def together_key(view: ExchangeView) -> str:
    """Under which key she remembers that she saw how it opened."""
    return f"together:{view.exchange.public_id}"


def _gather(person: Person, visits: Sequence[Visit]) -> Mapping[int, Lying]:
    """One query while nobody looks back together, four at most."""
    newest = {key: _newest(found) for key, found in exchanges_by_table(person, visits, TOGETHER).items()}
    opened = [together_key(view) for view in newest.values() if view and view.is_revealed]
    rows = private_rows(SeenMark.objects.filter(key__in=opened), seen_by=person)
    seen = frozenset(rows.values_list("key", flat=True)) if opened else frozenset()
    return {
        key: Lying(view, bool(view and view.is_revealed and together_key(view) not in seen))
        for key, view in newest.items()
    }


def _newest(views: Sequence[ExchangeView]) -> ExchangeView | None:
    return next((view for view in views if view.is_open or view.is_revealed), None)


def _rows(visit: Visit, lying: Lying) -> Iterator[ShelfRow]:
    if visit.collaboration.stage in ENDING:
        hint = _("Wat ging er, en wat leer je ervan? Op je eigen tempo.")
        yield ShelfRow(_("Je terugblik"), hint, "retrospective", is_private=True, is_offer=True)
    view = lying.view
    if view is None:
        if visit.collaboration.stage in ENDING and visit.takes_part:
            hint = _("Drie vragen, voor jullie allebei dezelfde.")
            yield ShelfRow(_("Samen terugkijken"), hint, "retrospective_together", is_offer=True)
        return
    asks = visit.speaks and (view.waits_for_me or lying.is_fresh)
    yield ShelfRow(
        title=_("Samen terugkijken"),
        hint=_hint(visit, view),
        page="retrospective_together",
        state=_("Nu jij") if asks else "",
        tone="now" if asks else "plain",
        both=_("Hoe jullie samen terugkijken."),
    )


def _hint(visit: Visit, view: ExchangeView) -> str:
    if view.is_revealed:
        return _("De enveloppen zijn open.")
    if view.waits_for_me:
        return _("Drie vragen. Het gaat open als jullie allebei klaar zijn.")
    return _("Je envelop is dicht. Het wacht op %(name)s.") % {"name": visit.other_name}


def _asks(visit: Visit, lying: Lying) -> Iterator[Ask]:
    view = lying.view
    if view is None:
        return
    if lying.is_fresh:
        title = _("Jij en %(name)s keken allebei terug") % {"name": visit.other_name}
        yield Ask(63, "opened", title, _("De enveloppen zijn open."), _("Lees wat jullie schreven"), _PAGE)
    elif view.waits_for_me and visit.speaks:
        title = _("Samen terugkijken met %(name)s") % {"name": visit.other_name}
        line = _("Drie korte vragen. Neem er rustig de tijd voor.")
        yield Ask(45, "heart", title, line, _("Kijk terug"), _PAGE)


_PAGE = "retrospective_together"
SHELF = Shelf("retrospective", _gather, rows=_rows, asks=_asks)

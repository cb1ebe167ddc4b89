"""Extra work in words: whose turn it is, what lies there, and what was offered before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from samenstroom.agreements.models import ExtraWork, ExtraWorkOffer
from samenstroom.agreements.queries.extra_work import ExtraView, total_of
from samenstroom.collaborations.visits import Visit
from samenstroom.collaborations.wording import hours_words, money

from .days import Act, on_day, rows_of


@dataclass(frozen=True)
class ExtraPage:
    """One thing extra for who looks."""

    public_id: str
    stamp: str
    what: str
    say: str
    is_turn: bool
    rows: tuple[dict[str, str], ...]
    offers: tuple[str, ...]
    acts: tuple[Act, ...]


def extra_page(visit: Visit, view: ExtraView) -> ExtraPage:
    """Put one thing extra in words."""
    work = view.work
    return ExtraPage(
        public_id=work.public_id,
        stamp=work.stamp,
        what=str(work.what),
        say=_standing(visit, view),
        is_turn=view.is_my_turn and visit.speaks,
        rows=rows_of(
            (_("Kosten"), costs_words(work.offer)),
            (_("Klaar op"), on_day(work.due_on)),
            (_("Gevraagd"), _asked(visit, view)),
            (_("Genoteerd"), _noted(visit, view)),
            (_("Akkoord"), _agreed(visit, view)),
        ),
        offers=tuple(_offer_line(visit, one) for one in earlier_offers(work)),
        acts=_acts(visit, view) if visit.speaks else (),
    )


def costs_words(offer: ExtraWorkOffer | None) -> str:
    """`€ 250`, `3 uur`, both, or that it belongs to the work already."""
    if offer is None:
        return ""
    if offer.is_free:
        extra = f" ({hours_words(offer.time)})" if offer.time is not None else ""
        return _("Geen, het hoort erbij") + extra
    parts = [money(offer.price) if offer.price is not None else "", hours_words(offer.time) if offer.time else ""]
    return ", ".join(one for one in parts if one)


def total_words(agreed: Sequence[ExtraWork]) -> str:
    """`Samen € 250 en 3 uur.`; empty when nothing can be added up."""
    amount, hours = total_of(agreed)
    parts = [money(amount) if amount else "", hours_words(hours) if hours else ""]
    given = [one for one in parts if one]
    if len(given) == 2:
        return _("Samen %(amount)s en %(hours)s.") % {"amount": given[0], "hours": given[1]}
    return _("Samen %(sum)s.") % {"sum": given[0]} if given else ""


def earlier_offers(work: ExtraWork) -> list[ExtraWorkOffer]:
    """Every offer but the newest, oldest first."""
    newest = work.offer
    return sorted((one for one in work.offers.all() if one != newest), key=lambda one: (one.made_at, one.pk))


def _offer_line(visit: Visit, offer: ExtraWorkOffer) -> str:
    mine = offer.made_by is not None and offer.made_by.party_id == visit.party.pk
    said = [costs_words(offer) or _("nog geen prijs")]
    if offer.due_on:
        said.append(_("klaar op %(day)s") % {"day": on_day(offer.due_on)})
    words = {
        "day": on_day(offer.made_at),
        "name": visit.my_name if mine else visit.other_name,
        "offer": ", ".join(said),
    }
    return _("%(day)s, %(name)s: %(offer)s") % words


def _standing(visit: Visit, view: ExtraView) -> str:
    name, work = {"name": visit.other_name}, view.work
    if work.agreed_at:
        return _("Dit hoort nu bij jullie afspraken.")
    if work.dropped_at:
        return _("Dit gaat niet door.")
    if not visit.takes_part:
        return _("Genoteerd. Nog niet afgesproken met %(name)s.") % name
    if view.can_agree:
        return _("Jij bent aan zet: past het zo?")
    if view.is_my_turn:
        return _("Jij bent aan zet: wat kost het, of hoort het erbij?")
    if view.has_price:
        return _("%(name)s is aan zet. Het geldt na een ja.") % name
    return _("%(name)s is aan zet, en noemt een prijs of zegt dat het erbij hoort.") % name


def _asked(visit: Visit, view: ExtraView) -> str:
    who = visit.my_name if view.i_asked else visit.other_name
    return _("door %(name)s, op %(day)s") % {"name": who, "day": on_day(view.work.put_at)}


def _noted(visit: Visit, view: ExtraView) -> str:
    if view.work.noted_at is None:
        return ""
    return _("door %(name)s") % {"name": visit.my_name if view.i_put else visit.other_name}


def _agreed(visit: Visit, view: ExtraView) -> str:
    work = view.work
    if work.agreed_at is None:
        return ""
    if work.agreed_by is None:
        return _("mondeling, genoteerd op %(day)s") % {"day": on_day(work.agreed_at)}
    mine = work.agreed_by.party_id == visit.party.pk
    words = {"name": visit.my_name if mine else visit.other_name, "day": on_day(work.agreed_at)}
    return _("%(name)s, op %(day)s") % words


def _acts(visit: Visit, view: ExtraView) -> tuple[Act, ...]:
    if not view.work.is_open:
        return ()
    drop = Act("drop", _("Laat maar"))
    if not visit.takes_part:
        price = Act("", _("Verander prijs of dag"), page="extra_work_counter")
        return Act("agree", _("Mondeling akkoord"), is_main=True), price, drop
    if view.can_agree:
        other = Act("", _("Stel iets anders voor"), page="extra_work_counter")
        return Act("agree", _("Akkoord"), is_main=True), other, drop
    if view.is_my_turn:
        price = Act("", _("Noem een prijs"), is_main=True, page="extra_work_counter")
        return price, Act("free", _("Hoort erbij, geen kosten")), drop
    return Act("", _("Verander mijn voorstel"), page="extra_work_counter"), drop

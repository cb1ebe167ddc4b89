"""The envelopes of a kick-off in words while they are not open: who has sent, and what she can do; no blame."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.exchanges.queries import ExchangeView
from samenstroom.exploring.side_by_side import side_name
from samenstroom.planning.wording.kickoff import kickoff_parts, kickoff_way_in

from .acquaintance_words import answer_rows


def seen_key(view: ExchangeView) -> str:
    """Under which key she remembers that she saw these answers."""
    return f"kickoff:{view.exchange.public_id}"


@dataclass(frozen=True)
class EnvelopePage:
    """What is so, and what she can do. `page` and `parts` name the address behind `act`.

    `line` is the exact line the other will read when she begins; empty when it cannot be begun.
    """

    circle: str
    title: str
    lead: str
    act: str = ""
    page: str = "kickoff"
    parts: Mapping[str, Any] = field(default_factory=dict)
    line: str = ""
    can_close: bool = False
    can_change: bool = False
    can_free: bool = False
    answer: tuple[dict[str, str], ...] = ()
    answer_title: str = ""


def envelope_page(visit: Visit, view: ExchangeView | None) -> EnvelopePage:
    """Tell how the envelopes stand."""
    name = {"name": visit.other_name, "me": side_name(visit)}
    if view is None:
        lead = _("Dezelfde vragen voor jullie allebei. Daarna liggen jullie antwoorden naast elkaar.")
        return _page(visit, None, "shared", _("Vul je verwachtingen in"), lead, **_begin(visit))
    if view.is_revealed:
        lead = _("Lees ze samen. Waar jullie verschillen, is er iets om over te praten.")
        return _page(visit, view, "shared", _("Jullie enveloppen zijn open"), lead, act=_("Lees ze naast elkaar"))
    if not view.is_open:
        return _stopped(visit, view, name)
    if not visit.speaks:
        lead = _("%(me)s antwoordt voor jullie kant. Zodra de enveloppen opengaan, lees je mee.") % name
        return _page(visit, view, "sealed", _("De enveloppen zijn nog dicht"), lead)
    if view.i_sent:
        lead = _("%(name)s heeft nog niet geantwoord. Dat mag. Daarna gaan jullie antwoorden tegelijk open.") % name
        return _page(visit, view, "sealed", _("Jouw envelop is dicht"), lead, can_close=True,
                     can_change=view.mine is not None)  # fmt: skip
    act = _("Ga verder waar je was") if view.mine else _("Begin met de vragen")
    if view.they_sent:
        lead = _("Wat %(name)s schreef, is nog dicht. Zodra jij klaar bent, zien jullie het tegelijk.") % name
        return _page(visit, view, "sealed", _("%(name)s is klaar. Nu jij") % name, lead, act=act, can_close=True)
    lead = _("Drie korte delen. Je kunt stoppen en later verder. Alles mag open blijven.")
    return _page(visit, view, "sealed", _("De vragen staan klaar"), lead, act=act, can_close=True)


def _page(visit: Visit, view: ExchangeView | None, circle: str, title: str, lead: str, **more: Any) -> EnvelopePage:
    page, parts = kickoff_way_in(visit, view)
    return EnvelopePage(circle, title, lead, page=page, parts=parts, **more)


def _begin(visit: Visit) -> dict[str, str]:
    """The button, and the exact line that the other reads; nothing for who reads along."""
    if not visit.speaks:
        return {}
    name = {"name": visit.other_name, "me": visit.my_name}
    return {
        "act": _("Leg de vragen klaar voor jullie allebei"),
        "line": _("%(me)s legde de vragen voor jullie startgesprek klaar.") % name,
    }


def _stopped(visit: Visit, view: ExchangeView, name: Mapping[str, str]) -> EnvelopePage:
    title, parts = _("Deze ronde is gestopt"), kickoff_parts()
    if view.theirs is not None:
        return _page(
            visit, view, "shared", _("%(name)s gaf een antwoord vrij") % name,
            _("Deze ronde stopte eerder. %(name)s gaf de eigen antwoorden vrij.") % name,
            answer=tuple(answer_rows(view.theirs, None, parts)), answer_title=_("De antwoorden van %(name)s") % name,
            **_begin(visit),
        )  # fmt: skip
    if view.mine is not None and view.i_sent:
        lead = (
            _("Jij gaf je antwoorden vrij. %(name)s kan ze lezen.")
            if view.has_freed
            else _("Alleen jij had geantwoord. Je antwoord blijft dicht, tenzij jij het vrijgeeft. Dat hoeft niet.")
        )
        return _page(
            visit, view, "shared" if view.has_freed else "sealed", title, lead % name, can_free=view.can_free,
            answer=tuple(answer_rows(view.mine, None, parts)), answer_title=_("Jouw antwoorden"), **_begin(visit),
        )  # fmt: skip
    if view.they_sent:
        lead = _("%(name)s had al geantwoord. Dat antwoord blijft dicht, tenzij %(name)s het vrijgeeft.") % name
        return _page(visit, view, "sealed", title, lead, **_begin(visit))
    return _page(visit, view, "shared", title, _("Er ging niets open. Opnieuw beginnen kan altijd."), **_begin(visit))

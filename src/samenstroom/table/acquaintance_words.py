"""An acquaintance in words while it is not open: the first page, a row, a part, looking it through, and its state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.forms import BoundField
from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.exchanges.queries import ExchangeView
from samenstroom.exploring.forms.acquaintance import PartForm, places_of
from samenstroom.exploring.side_by_side import side_name
from samenstroom.exploring.wording.acquaintance import WHY, Part, acquaintance_words, in_words, parts
from samenstroom.kit import clock
from samenstroom.rules.acquaintance import Kind

from .page import who_sees


@dataclass(frozen=True)
class Listed:
    """One acquaintance as a row: its day, one sentence about it, and its state with a sign."""

    day: date
    hint: str
    state: str
    tone: str
    icon: str


def listed(visit: Visit, view: ExchangeView) -> Listed:
    """Tell how one stands; never what is in an envelope."""
    hint, _turn = acquaintance_words(visit, view)
    return Listed(clock.day_of(view.exchange.started_at), hint, *_state(visit, view))


def _state(visit: Visit, view: ExchangeView) -> tuple[str, str, str]:
    if view.is_revealed:
        return _("Open"), "calm", "opened"
    if view.waits_for_me and visit.speaks:
        return _("Nu jij"), "now", ""
    if view.is_open:
        return _("Nog dicht"), "plain", "sealed"
    return _("Gestopt"), "plain", ""


@dataclass(frozen=True)
class Start:
    """The sheet with which she proposes one: what happens, the exact line the other reads, and the button."""

    title: str
    lead: str
    line: str
    act: str


def start_page(visit: Visit, views: Sequence[ExchangeView]) -> Start | None:
    """None while one is open, and for who reads along."""
    if not visit.speaks or any(view.is_open for view in views):
        return None
    name = {"name": visit.other_name, "me": visit.my_name}
    lead = _("Jullie krijgen allebei dezelfde vragen. %(name)s leest deze regel:") % name
    if not visit.takes_part:
        lead = _("Jullie krijgen allebei dezelfde vragen. Zodra %(name)s meedoet, staat deze regel klaar:") % name
    return Start(
        title=_("Nog een keer kennismaken?") if views else _("Doe het samen"),
        lead=lead,
        line=_("%(me)s stelde een kennismaking voor, met vragen voor jullie allebei.") % name,
        act=_("Nodig %(name)s uit voor een kennismaking") % name,
    )


@dataclass(frozen=True)
class AskedRow:
    """One question on the page of its part: its fields, and the field for own words with it."""

    template: str
    ask: str
    hint: str
    fields: tuple[BoundField, ...]
    why: BoundField | None


def asked_rows(form: PartForm) -> list[AskedRow]:
    """The questions of a part, each with the template of its kind."""
    return [
        AskedRow(
            template=f"table/acquaintance/asked/{'order' if asked.kind is Kind.ORDER else 'plain'}.html",
            ask=asked.ask,
            hint=asked.hint,
            fields=tuple(form[name] for name in (places_of(asked) if asked.kind is Kind.ORDER else [asked.id])),
            why=None if asked.kind is Kind.TEXT else form[asked.id + WHY],
        )
        for asked in form.part.questions
    ]


def answer_rows(
    answers: Mapping[str, Any], urls: Mapping[int, str] | None = None, among: Sequence[Part] | None = None
) -> list[dict[str, str]]:
    """Answers to look through: question, answer with own words, and where to change it."""
    return [
        {
            "label": asked.ask,
            "text": _whole(in_words(asked, answers), str(answers.get(asked.id + WHY) or "")),
            "url": urls[part.number] if urls else "",
        }
        for part in (parts() if among is None else among)
        for asked in part.questions
    ]


def _whole(lines: Sequence[str], why: str) -> str:
    said = ", ".join(lines)
    if said and why:
        return f"{said}. {why}" if not said.endswith((".", "?")) else f"{said} {why}"
    return said or why or _("Open gelaten")


@dataclass(frozen=True)
class Sending:
    """The page before the envelope closes."""

    title: str
    lead: str
    act: str


def send_page(visit: Visit, view: ExchangeView) -> Sending:
    """What happens when she closes it."""
    name = {"name": visit.other_name}
    if view.i_sent:
        return Sending(
            _("Je antwoorden"), _("Je envelop is dicht. Wat je verandert, telt tot de enveloppen opengaan."),
            _("Bewaar mijn antwoorden"),
        )  # fmt: skip
    lead = _("Kijk het rustig na. %(name)s leest dit pas als jullie allebei klaar zijn.") % name
    if view.they_sent:
        lead = _("Kijk het rustig na. %(name)s is al klaar: hierna gaan jullie enveloppen tegelijk open.") % name
    return Sending(_("Zo gaat het in je envelop"), lead, _("Sluit mijn envelop"))


@dataclass(frozen=True)
class State:
    """The page of an acquaintance that has not opened: what is so, and what she can do."""

    circle: str
    who_sees: str
    title: str
    lead: str
    act: str = ""
    changes: str = ""
    can_close: bool = False
    can_free: bool = False
    answer: tuple[dict[str, str], ...] = ()
    answer_title: str = ""


def state_page(visit: Visit, view: ExchangeView) -> State:
    """Who has sent and who has not: no clock, no blame."""
    return _open(visit, view) if view.is_open else _stopped(visit, view)


def _page(visit: Visit, title: str, lead: str, circle: str = "sealed", sees: str = "", **more: Any) -> State:
    words = {"name": visit.other_name, "me": side_name(visit)}
    return State(circle, sees % words or who_sees(visit, circle), title % words, lead % words, **more)


def _open(visit: Visit, view: ExchangeView) -> State:
    if not visit.speaks:
        return _page(
            visit, _("Deze kennismaking is nog dicht"),
            _("%(me)s antwoordt voor jullie kant. Zodra de enveloppen opengaan, lees je mee."),
        )  # fmt: skip
    if view.i_sent:
        return _page(
            visit, _("Jouw envelop is dicht"),
            _("%(name)s heeft nog niet geantwoord. Dat mag. Daarna gaan jullie antwoorden tegelijk open."),
            changes=_("Pas je antwoord aan") if view.mine is not None else "", can_close=True,
        )  # fmt: skip
    act = _("Ga verder waar je was") if view.mine else _("Begin met de vragen")
    if view.they_sent:
        return _page(
            visit, _("%(name)s is klaar. Nu jij"),
            _("Wat %(name)s schreef, is nog dicht. Zodra jij klaar bent, zien jullie het tegelijk."),
            act=act, can_close=True,
        )  # fmt: skip
    return _page(
        visit, _("Jullie kennismaking staat klaar"),
        _("Vijf korte delen. Je kunt stoppen en later verder. Alles mag open blijven."), act=act, can_close=True,
    )  # fmt: skip


def _stopped(visit: Visit, view: ExchangeView) -> State:
    name = {"name": visit.other_name}
    if view.theirs is not None:
        return _page(
            visit, _("%(name)s gaf een antwoord vrij"),
            _("Deze kennismaking stopte eerder. %(name)s gaf de eigen antwoorden vrij."), "shared",
            answer=tuple(answer_rows(view.theirs)), answer_title=_("De antwoorden van %(name)s") % name,
        )  # fmt: skip
    if view.mine is not None and view.i_sent:
        return _stopped_with_mine(visit, view)
    if view.they_sent:
        return _page(
            visit, _("Deze kennismaking is gestopt"),
            _("%(name)s had al geantwoord. Dat antwoord blijft dicht, tenzij %(name)s het vrijgeeft."),
            sees=_("Alleen %(name)s beslist of dit opengaat."),
        )  # fmt: skip
    return _page(
        visit, _("Deze kennismaking is gestopt"), _("Er ging niets open. Opnieuw beginnen kan altijd."), "shared"
    )


def _stopped_with_mine(visit: Visit, view: ExchangeView) -> State:
    answer, title = tuple(answer_rows(view.mine or {})), _("Jouw antwoorden")
    if view.has_freed:
        return _page(
            visit, _("Je antwoord ligt open voor %(name)s"),
            _("Deze kennismaking stopte eerder. Jij gaf je antwoorden vrij."),
            "shared", answer=answer, answer_title=title,
        )  # fmt: skip
    return _page(
        visit, _("Deze kennismaking is gestopt"),
        _("Alleen jij had geantwoord. Je antwoord blijft dicht, tenzij jij het vrijgeeft. Dat hoeft niet."),
        sees=_("%(name)s ziet dit niet, tenzij jij het vrijgeeft."), can_free=view.can_free, answer=answer,
        answer_title=title,
    )  # fmt: skip

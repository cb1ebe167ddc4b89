"""Rounds in words: a row in the list, and the page while the envelopes are not both open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from samenstroom.checkins.queries import ReadAnswer, RoundView
from samenstroom.checkins.wording import answer_rows, side_name
from samenstroom.collaborations.visits import Visit

from .page import who_sees


@dataclass(frozen=True)
class RoundWords:
    """One round as a row: its day, one sentence about it, and its state with a sign."""

    day: date
    hint: str
    state: str
    tone: str
    icon: str


def round_words(visit: Visit, view: RoundView) -> RoundWords:
    """Tell how a round stands; never what is in an envelope."""
    hint = _hint(visit, view) % {"name": visit.other_name, "me": side_name(visit)}
    return RoundWords(view.round.opened_on, hint, *_state(visit, view))


def _state(visit: Visit, view: RoundView) -> tuple[str, str, str]:
    if view.is_revealed or _is_freed(view):
        return _("Open"), "calm", "opened"
    if view.waits_for_me and visit.speaks:
        return _("Nu jij"), "now", ""
    if view.is_open or view.i_sent or view.they_sent:
        return _("Nog dicht"), "plain", "sealed"
    return _("Voorbij"), "plain", ""


def _is_freed(view: RoundView) -> bool:
    """Whether the one answer of a closed round was freed, so that both may read it."""
    return not view.is_open and bool(view.theirs or (view.mine and view.mine.is_freed))


def _hint(visit: Visit, view: RoundView) -> str:
    if view.is_revealed:
        return _("Jullie antwoorden liggen open.")
    if not view.is_open:
        one = view.i_sent or view.they_sent
        return _("Deze ronde sloot met één antwoord.") if one else _("Niemand antwoordde. Dat mag.")
    if view.i_sent and visit.speaks:
        return _("Jij hebt geantwoord. %(name)s nog niet.")
    if view.i_sent:
        return _("%(me)s heeft geantwoord. %(name)s nog niet.")
    if view.they_sent:
        return _("%(name)s heeft geantwoord.")
    return _("Drie korte stappen, ongeveer een minuut.")


def envelope_words(visit: Visit, view: RoundView) -> tuple[str, str]:
    """What her envelope does, beside the first question: the point, and what follows from it."""
    if view.i_sent:
        return _("Je envelop is al dicht."), _("Wat je nu verandert, telt tot jullie antwoorden opengaan.")
    if view.they_sent:
        said = _("%(name)s heeft al geantwoord.") % {"name": visit.other_name}
        return said, _("Na stap 3 gaan jullie enveloppen tegelijk open.")
    return _("Je antwoord gaat in een envelop."), _("Die gaat pas open als jullie allebei klaar zijn.")


@dataclass(frozen=True)
class Waiting:
    """The page of a round that has not opened: what is so, what she can do, and what may be read."""

    circle: str
    who_sees: str
    title: str
    lead: str
    act: str = ""
    answer: tuple[dict[str, str], ...] = ()
    answer_title: str = ""
    can_free: bool = False
    keeps_remark: bool = False


def waiting_page(visit: Visit, view: RoundView) -> Waiting:
    """Who has sent and who has not: no clock, no blame."""
    if view.is_open:
        return _open(visit, view)
    return _closed(visit, view)


def _page(visit: Visit, title: str, lead: str, circle: str = "sealed", **more: Any) -> Waiting:
    words = {"name": visit.other_name, "me": side_name(visit)}
    sees = more.pop("sees", "") % words or who_sees(visit, circle)
    return Waiting(
        circle=circle, who_sees=sees, title=title % words, lead=lead % words, **more
    )  # fmt: skip


def _open(visit: Visit, view: RoundView) -> Waiting:
    if not visit.speaks:
        return _page(
            visit, _("Deze check-in is nog dicht"),
            _("%(me)s antwoordt voor jullie kant. Zodra de enveloppen opengaan, lees je mee."),
        )  # fmt: skip
    if view.i_sent:
        return _page(
            visit, _("Jouw envelop is dicht"),
            _("%(name)s heeft nog niet geantwoord. Dat mag. Daarna gaan jullie antwoorden tegelijk open."),
            act=_("Pas je antwoord aan") if view.mine else "",
        )  # fmt: skip
    act = _("Ga verder met je antwoord") if view.mine else _("Beantwoord de check-in")
    if view.they_sent:
        return _page(
            visit, _("%(name)s heeft geantwoord. Nu jij"),
            _("Zodra jij klaar bent, zien jullie elkaars antwoorden tegelijk."), act=act,
        )  # fmt: skip
    return _page(
        visit, _("Er staat een check-in voor jullie klaar"), _("Drie korte stappen, ongeveer een minuut."), act=act
    )


def _closed(visit: Visit, view: RoundView) -> Waiting:
    if view.theirs:
        return _page(
            visit, _("%(name)s gaf een antwoord vrij"),
            _("Deze ronde sloot met één antwoord. %(name)s maakte het open, zodat jij het kunt lezen."),
            "shared", **_shown(visit, view.theirs, of_mine=False),
        )  # fmt: skip
    if view.mine and view.mine.is_sent:
        return _closed_with_mine(visit, view.mine)
    if view.they_sent:
        return _page(
            visit, _("Deze ronde sloot met één antwoord"),
            _("%(name)s heeft geantwoord. Dat antwoord blijft dicht, tenzij %(name)s het vrijgeeft."),
            sees=_("Alleen %(name)s beslist of dit opengaat."),
        )  # fmt: skip
    if view.i_sent:
        return _page(
            visit, _("Deze ronde sloot met één antwoord"),
            _("Jullie kant heeft geantwoord. Het antwoord blijft dicht, tenzij de schrijver het vrijgeeft."),
            sees=_("Alleen wie het schreef, beslist of dit opengaat."),
        )  # fmt: skip
    return _page(visit, _("Deze ronde is voorbij"), _("Niemand antwoordde. Dat mag."), "shared")


def _closed_with_mine(visit: Visit, mine: ReadAnswer) -> Waiting:
    shown = _shown(visit, mine, of_mine=True)
    if mine.is_freed:
        return _page(
            visit, _("Je antwoord ligt open voor %(name)s"),
            _("Deze ronde sloot met één antwoord. Jij gaf het vrij."), "shared", **shown,
        )  # fmt: skip
    return _page(
        visit, _("Deze ronde sloot met één antwoord"),
        _("Alleen jij antwoordde. Je antwoord blijft dicht, tenzij jij het vrijgeeft. Dat hoeft niet."),
        sees=_("%(name)s ziet dit niet, tenzij jij het vrijgeeft."), can_free=True, **shown,
    )  # fmt: skip


def _shown(visit: Visit, answer: ReadAnswer, *, of_mine: bool) -> dict[str, Any]:
    return {
        "answer": tuple(answer_rows(visit, answer, of_mine=of_mine)),
        "answer_title": _("Jouw antwoord") if of_mine else _("Het antwoord van %(name)s") % {"name": answer.name},
        "keeps_remark": of_mine and bool(answer.remark) and not answer.remark_shared,
    }

"""Advices in words: what was advised, what became of it, and who chose."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from samenstroom.agreements.models import AdviceText
from samenstroom.agreements.models.advices import FOLLOWS, OTHERWISE, READ
from samenstroom.agreements.queries.advices import AdviceView
from samenstroom.collaborations.visits import Visit

from .days import Act, on_day, rows_of


@dataclass(frozen=True)
class AdvicePage:
    """One advice for who looks."""

    public_id: str
    title: str
    say: str
    rows: tuple[dict[str, str], ...]
    is_turn: bool
    acts: tuple[Act, ...]


def advice_rows(text: AdviceText, about: str = "") -> tuple[dict[str, str], ...]:
    """The exact text of an advice."""
    source = f"{text.source} ({text.source_year})" if text.source and text.source_year else text.source
    return rows_of(
        (_("Gevraagd of gepland"), text.asked),
        (_("Bij het meerwerk"), about),
        (_("Het advies"), text.instead),
        (_("Waarom"), text.why),
        (_("Bron"), source or text.source_year),
        (_("Hoe dan ook"), text.anyway),
    )


def advice_page(visit: Visit, view: AdviceView) -> AdvicePage:
    """Put one advice in words."""
    row = view.advice
    giver = visit.my_name if view.i_gave else visit.other_name
    text = AdviceText(*(str(getattr(row, name)) for name in AdviceText.__dataclass_fields__))
    about = str(row.extra_work.what) if row.extra_work else ""
    return AdvicePage(
        public_id=row.public_id,
        title=_("%(name)s raadt iets anders aan") % {"name": giver},
        say=_standing(visit, view),
        rows=(
            *advice_rows(text, about),
            *rows_of(
                (_("Wat %(name)s erbij zei") % {"name": _chooser(visit, view)}, str(row.answer_words)),
                (_("Hoe het ging"), str(row.outcome)),
            ),
        ),
        is_turn=view.waits_for_me and visit.speaks,
        acts=_acts(view) if visit.speaks else (),
    )


def _chooser(visit: Visit, view: AdviceView) -> str:
    return visit.other_name if view.i_gave else visit.my_name


def _standing(visit: Visit, view: AdviceView) -> str:
    row = view.advice
    words = {"name": _chooser(visit, view), "day": on_day(row.answered_at), "given": on_day(row.given_at)}
    said = {
        READ: _("Gegeven op %(given)s. %(name)s las het op %(day)s."),
        FOLLOWS: _("Gegeven op %(given)s. %(name)s volgt het, sinds %(day)s."),
        OTHERWISE: _("Gegeven op %(given)s. %(name)s koos anders op %(day)s."),
    }
    mine = _("Gegeven op %(given)s. De keuze is aan jou.")
    theirs = _("Gegeven op %(given)s. De keuze is aan %(name)s.")
    return said.get(str(row.choice), theirs if view.i_gave else mine) % words


def _acts(view: AdviceView) -> tuple[Act, ...]:
    outcome = Act("", _("Zeg hoe het ging"), page="advice_outcome")
    if view.i_gave:
        return (outcome,) if view.advice.answered_at else (Act("withdraw", _("Neem terug")),)
    if view.advice.answered_at is None:
        answer = Act("", _("Kies wat je doet"), is_main=True, page="advice_answer")
        return answer, Act(READ, _("Gelezen"))
    return Act("", _("Verander mijn antwoord"), page="advice_answer"), outcome

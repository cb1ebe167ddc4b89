"""Feedback, decisions and appreciation in words, for who reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from samenstroom import content
from samenstroom.collaborations.models import Seat
from samenstroom.collaborations.visits import Visit
from samenstroom.collaborations.wording import hours_words
from samenstroom.feedback.models import Advice, Appreciation, DecisionWord, Direction
from samenstroom.feedback.queries.decisions import DecisionView
from samenstroom.feedback.queries.feedback import FeedbackView
from samenstroom.kit import clock
from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language
from samenstroom.rules.feedback import Ground, questions_for

Row = dict[str, str]


def feedback_texts() -> Mapping[str, Any]:
    """Everything of `feedback.yaml` in the language of the moment."""
    return content.load("feedback", language())


def day_words(day: date) -> str:
    """`5 januari 2026`."""
    return full_date(day, language())


def who(visit: Visit, seat: Seat | None) -> str:
    """`Jij`, or a first name."""
    if seat is None:
        return _("Iemand")
    return _("Jij") if seat.party_id == visit.party.pk else seat.first_name


@dataclass(frozen=True)
class FeedbackPage:
    """One feedback for who looks: a title, its rows, and what each side answered."""

    public_id: str
    title: str
    told: str
    what: str
    is_mine: bool
    rows: tuple[Row, ...]
    answers: tuple[tuple[str, str, str], ...]
    waits_for_me: bool


def feedback_page(visit: Visit, view: FeedbackView) -> FeedbackPage:
    """Put one feedback in words."""
    one = view.feedback
    return FeedbackPage(
        public_id=one.public_id,
        title=_title(visit, view),
        told=_told(visit, view),
        what=str(one.said.get("what", "")),
        is_mine=view.i_gave,
        rows=said_rows(one.said),
        answers=tuple((who(visit, answer.seat), answer.words, answer.agreed) for answer in view.answers),
        waits_for_me=view.waits_for_me,
    )


def _title(visit: Visit, view: FeedbackView) -> str:
    if view.i_gave:
        return _("Feedback van jou aan %(name)s") % {"name": visit.other_name}
    return _("Feedback van %(name)s aan jou") % {"name": visit.other_name}


def _told(visit: Visit, view: FeedbackView) -> str:
    words = {"day": day_words(view.feedback.said_on), "who": who(visit, view.feedback.by)}
    if view.feedback.direction == Direction.RECEIVED.value:
        return _("Gezegd op %(day)s, hier opgeschreven door: %(who)s") % words
    return _("Gegeven op %(day)s") % words


def said_rows(said: Mapping[str, Any]) -> tuple[Row, ...]:
    """Why it matters, what it rests on, and the proposal; what was left open is left out."""
    rows = (
        (_("Waarom het telt"), said.get("why", "")),
        (_("Waar het op rust"), ground_words(said)),
        (_("Voorstel"), said.get("proposal", "")),
    )
    return tuple({"label": label, "text": str(text)} for label, text in rows if text)


def ground_words(said: Mapping[str, Any]) -> str:
    """`Een argument, uit: Handboek, 2019` or `Smaak`."""
    is_argument = said.get("ground") == Ground.ARGUMENT.value
    source, year = said.get("source", ""), said.get("source_year")
    if not is_argument:
        return _("Smaak")
    if source and year:
        return _("Een argument, uit: %(source)s (%(year)s)") % {"source": source, "year": year}
    return _("Een argument, uit: %(source)s") % {"source": source} if source else _("Een argument")


def asked_back(said: Mapping[str, Any], today: date) -> list[Mapping[str, str]]:
    """Friendly questions about what somebody is about to share."""
    texts = {one["id"]: one for one in feedback_texts()["questions"]}
    found = questions_for(
        ground=str(said.get("ground", "")), why=str(said.get("why", "")), source_year=said.get("source_year"),
        proposal=str(said.get("proposal", "")), this_year=today.year,
    )  # fmt: skip
    return [texts[one.value] for one in found]


@dataclass(frozen=True)
class DecisionPage:
    """One decision for who looks."""

    public_id: str
    what: str
    told: str
    rows: tuple[Row, ...]
    stance: str
    stance_words: str
    outcomes: tuple[tuple[str, str], ...]
    can_answer: bool
    can_take_back: bool
    is_gone: bool


def decision_page(visit: Visit, view: DecisionView) -> DecisionPage:
    """Put one decision in words. Work that was undone is a fact, told neutrally."""
    one = view.decision
    told = _("Besloten op %(day)s, genoteerd door: %(who)s")
    return DecisionPage(
        public_id=one.public_id,
        what=str(one.content.get("what", "")),
        told=told % {"day": day_words(one.decided_on), "who": who(visit, one.noted_by)},
        rows=tuple({"label": label, "text": text} for label, text in _decision_rows(visit, view) if text),
        stance=_stance(visit, view.stance),
        stance_words=view.stance.words if view.stance else "",
        outcomes=tuple((_outcome_told(visit, word), word.words) for word in view.outcomes),
        can_answer=view.can_answer and visit.speaks,
        can_take_back=one.noted_by_id == visit.seat.pk and one.withdrawn_at is None,
        is_gone=one.withdrawn_at is not None,
    )


def _decision_rows(visit: Visit, view: DecisionView) -> list[tuple[str, str]]:
    one, hours = view.decision, view.decision.content.get("hours_undone", "")
    labels = dict(Advice.choices)
    advice = "" if view.advice == Advice.NONE.value else str(labels[Advice(view.advice)])
    undone = _("%(hours)s werk telt niet meer mee") % {"hours": hours_words(Decimal(hours))} if hours else ""
    return [
        (_("Wie besloot"), _side(visit, one.decided_by_id, both=_("Jullie samen"))),
        (_("Wiens vak dit is"), _side(visit, one.expertise_id, both="")),
        (_("Waarom"), str(one.content.get("why", ""))),
        (_("Het advies"), advice),
        (_("Gedaan werk"), undone),
    ]


def _side(visit: Visit, party: int | None, *, both: str) -> str:
    if party is None:
        return both
    return _("Jij") if party == visit.party.pk else visit.other_name


def _stance(visit: Visit, word: DecisionWord | None) -> str:
    if word is None:
        return ""
    name = {"who": who(visit, word.seat)}
    return (_("%(who)s: zo was het.") if word.stance == "so" else _("%(who)s: ik zie het anders.")) % name


def _outcome_told(visit: Visit, word: DecisionWord) -> str:
    words = {"who": who(visit, word.seat), "day": day_words(clock.day_of(word.said_at))}
    return _("%(who)s, op %(day)s") % words


def appreciation_row(visit: Visit, one: Appreciation) -> Row:
    """Who said it, when, and the words."""
    is_mine = one.seat is not None and one.seat.party_id == visit.party.pk
    day = {"day": day_words(clock.day_of(one.given_at)), "who": who(visit, one.seat)}
    return {"told": _("%(who)s, op %(day)s") % day, "words": one.words, "side": "self" if is_mine else "other"}

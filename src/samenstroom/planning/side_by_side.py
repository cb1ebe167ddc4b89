"""Goals and expectations side by side, as one record: every difference named, both in own words, none averaged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.exchanges.queries import ExchangeView
from samenstroom.exploring.side_by_side import Voice, rule_in_words, side_name, voices_of
from samenstroom.exploring.wording.acquaintance import Asked, acquaintance_texts, kept_value
from samenstroom.rules.acquaintance import Compared, Outcome, Reason

from .wording.kickoff import GOAL, compared_kickoff, goal_labels, wanted


@dataclass(frozen=True)
class Expected:
    """One question with both answers. `named` says a difference in whole sentences; empty when there is none.

    `goals` are the ids of what both chose, for who wants to propose a sentence about it.
    """

    question: str
    ask: str
    outcome: str
    named: tuple[str, ...]
    voices: tuple[Voice, Voice]
    talk: str
    rule: tuple[str, ...]
    goals: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Expectations:
    """Everything the opened envelopes show. `first` is the biggest difference; None when nothing differs."""

    lead: str
    first: Expected | None
    rest: tuple[tuple[str, tuple[Expected, ...]], ...]
    untouched: tuple[str, ...]


def build_expectations(visit: Visit, view: ExchangeView) -> Expectations:
    """Make the record for opened envelopes."""
    found = compared_kickoff(view)
    untouched = tuple(asked.ask for asked, result in found if result.reasons == (Reason("both_open"),))
    rows = [_expected(visit, view, *pair) for pair in found if pair[1].reasons != (Reason("both_open"),)]
    first = rows[0] if rows and rows[0].named else None
    rest = rows[1:] if first else rows
    groups = ((outcome, tuple(one for one in rest if one.outcome == outcome.value)) for outcome in Outcome)
    titled = tuple((_title(outcome), part) for outcome, part in groups if part)
    return Expectations(_lead(first, rows), first, titled, untouched)


def _expected(visit: Visit, view: ExchangeView, asked: Asked, result: Compared) -> Expected:
    return Expected(
        question=asked.id,
        ask=asked.ask,
        outcome=result.outcome.value,
        named=_named(visit, view, asked, result),
        voices=voices_of(visit, view, asked),
        talk=str(asked.talk.get(result.outcome.value, acquaintance_texts()["open_talk"])),
        rule=rule_in_words(visit, asked, result),
        goals=_goals(view) if asked.id == GOAL else (),
    )


def _named(visit: Visit, view: ExchangeView, asked: Asked, result: Compared) -> tuple[str, ...]:
    """`Jij wilt aanvragen.`, `Marleen wil bekend worden.`"""
    if result.outcome not in (Outcome.CLASH, Outcome.DIFFERENT):
        return ()
    mine, theirs = kept_value(asked, view.mine or {}), kept_value(asked, view.theirs or {})
    return wanted(asked, mine, "" if visit.speaks else side_name(visit)), wanted(asked, theirs, visit.other_name)


def _goals(view: ExchangeView) -> tuple[tuple[str, str], ...]:
    """What each chose, in a few words: hers first, and what both chose once."""
    chosen = dict.fromkeys(str(answers.get(GOAL) or "") for answers in (view.mine or {}, view.theirs or {}))
    labels = goal_labels()
    return tuple((one, labels[one][:1].lower() + labels[one][1:]) for one in chosen if one in labels)


def _title(outcome: Outcome) -> str:
    return {
        Outcome.CLASH: _("Hier trekken jullie elk een andere kant op"),
        Outcome.DIFFERENT: _("Hier kiezen jullie anders"),
        Outcome.BESIDE: _("In jullie eigen woorden"),
        Outcome.SAME: _("Hier denken jullie gelijk"),
        Outcome.OPEN: _("Dit liet een van jullie open"),
    }[outcome]


def _lead(first: Expected | None, rows: Sequence[Expected]) -> str:
    """One sentence to begin with; it counts nothing."""
    if first:
        return _("Jullie vulden dit los van elkaar in. Begin bij het grootste verschil.")
    if any(one.outcome == Outcome.SAME.value for one in rows):
        return _("Jullie vulden dit los van elkaar in. Waar de app kan vergelijken, denken jullie gelijk.")
    return _("Jullie vulden dit los van elkaar in. Lees het rustig naast elkaar.")

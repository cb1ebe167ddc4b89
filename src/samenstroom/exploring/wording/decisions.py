"""A decision in words: what was chosen, what she knew then, what came of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from samenstroom.exploring.models import Decision
from samenstroom.exploring.weighed import Lean, Weighed
from samenstroom.kit import clock
from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language
from samenstroom.rules.decisions import REFUSALS, Choice, Outcome


def choice_words() -> Mapping[Choice, tuple[str, str]]:
    """Each choice with the line under it."""
    return {
        Choice.GO: (_("Ja"), _("Je begint samen. Daarna spreken jullie af hoe.")),
        Choice.TRIAL: (_("Eerst een proefproject"), _("Klein, betaald en met een einddatum.")),
        Choice.LATER: (_("Niet nu"), _("Het past nu niet. Later misschien wel.")),
        Choice.NO: (_("Nee"), _("Je doet het niet. Je krijgt hulp bij een warm en eerlijk bericht.")),
    }


def outcome_words(choice: Choice) -> Mapping[Outcome, str]:
    """What can have come of it, fitting what was chosen."""
    if choice in REFUSALS:
        return {
            Outcome.BOTH: _("Ja, voor ons allebei"),
            Outcome.ONLY_ME: _("Voor mij wel"),
            Outcome.NEITHER: _("Nee, ik zou nu anders kiezen"),
            Outcome.UNKNOWN: _("Dat kan ik niet zeggen"),
        }
    return {
        Outcome.BOTH: _("Ja, allebei"),
        Outcome.ONLY_ME: _("Alleen ik"),
        Outcome.NEITHER: _("Nee"),
        Outcome.UNKNOWN: _("Dat kan ik niet zeggen"),
    }


def look_back_question(choice: Choice) -> str:
    """What she is asked when the day has come."""
    if choice in REFUSALS:
        return _("Was dit achteraf een goed besluit?")
    return _("Zijn jullie hier allebei blij mee?")


@dataclass(frozen=True)
class Sides:
    """What she saw, in three lists; the same for a page of now and a page of a year later."""

    pro: list[Weighed]
    con: list[Weighed]
    undecided: list[Weighed]

    @property
    def everything(self) -> list[Weighed]:
        return [*self.pro, *self.con, *self.undecided]

    @property
    def is_empty(self) -> bool:
        return not self.everything


def sides_of(lines: Sequence[Weighed]) -> Sides:
    """The lines by the way they lean; nothing is counted or summed."""
    by_lean = {lean: [one for one in lines if one.lean is lean] for lean in Lean}
    return Sides(by_lean[Lean.FOR], by_lean[Lean.AGAINST], by_lean[Lean.OPEN])


@dataclass(frozen=True)
class WorryView:
    """One worry that she keeps in sight; `text` and `place` say how it was put on the table, if it was."""

    number: int
    words: str
    source: str
    text: str
    place: str


@dataclass(frozen=True)
class DecisionView:
    """A decision as she reads it back."""

    decision: Decision
    choice: Choice
    word: str
    day: date
    day_words: str
    sides: Sides
    rules: list[str]
    worries: list[WorryView]
    estimate: str
    outcome: str
    told_words: str

    @property
    def is_refusal(self) -> bool:
        return self.choice in REFUSALS

    @property
    def is_go(self) -> bool:
        return self.choice is Choice.GO


def view_of(decision: Decision) -> DecisionView:
    """A decision that was made, with what she knew then."""
    assert decision.decided_at is not None
    choice, day = Choice(decision.choice), clock.day_of(decision.decided_at)
    told_on = decision.telling.get("told_on")
    return DecisionView(
        decision=decision,
        choice=choice,
        word=choice_words()[choice][0],
        day=day,
        day_words=full_date(day, language()),
        sides=sides_of(_lines_then(decision)),
        rules=list(decision.snapshot.get("rules", [])),
        worries=_worries(decision),
        estimate=percent_words(decision.percent),
        outcome=outcome_words(choice)[Outcome(decision.looked_back.outcome)] if decision.looked_back else "",
        told_words=full_date(date.fromisoformat(told_on), language()) if told_on else "",
    )


def _lines_then(decision: Decision) -> list[Weighed]:
    lines = decision.snapshot.get("lines", [])
    return [Weighed(lean=Lean(one["lean"]), text=one["text"], source=one["source"]) for one in lines]


def _worries(decision: Decision) -> list[WorryView]:
    places = place_words()
    shared = [decision.shared.get(str(number), {}) for number in range(len(decision.worries))]
    return [
        WorryView(number, one["text"], one["source"], put.get("text", ""), places.get(put.get("place", ""), ""))
        for number, (one, put) in enumerate(zip(decision.worries, shared, strict=True))
    ]


def place_words() -> Mapping[str, str]:
    """Where a worry can be put, in words."""
    return {"kickoff": _("Bij jullie startgesprek"), "agreement": _("In jullie overeenkomst")}


def percent_words(percent: int | None) -> str:
    """`60 procent`; empty for no estimate."""
    return "" if percent is None else _("%(n)s procent") % {"n": percent}


def standing(newest: Decision | None, *, is_writing: bool) -> str:
    """Where her decision stands, in one sentence."""
    if is_writing:
        return _("Je begon eraan. Ga verder waar je was.")
    if newest is None or newest.decided_at is None:
        return _("Alles naast elkaar. Daarna kies jij.")
    words = {"word": choice_words()[Choice(newest.choice)][0]}
    words["day"] = full_date(clock.day_of(newest.decided_at), language())
    return _("Je koos op %(day)s: %(word)s.") % words

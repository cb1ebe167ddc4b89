"""The page after the envelopes of an acquaintance, as one record: what asks for a talk first, both in own words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.exchanges.queries import ExchangeView
from samenstroom.rules.acquaintance import DEFAULTS, OUTCOMES, Compared, Outcome, Reason

from .queries.acquaintance import Said
from .wording.acquaintance import WHY, Asked, acquaintance_texts, compared, in_words


@dataclass(frozen=True)
class Voice:
    """What one side answered: whose side, whose first name, what stands above it, the answer and her own words."""

    side: str
    name: str
    who: str
    lines: tuple[str, ...]
    why: str


@dataclass(frozen=True)
class Beside:
    """One question with both answers, the question to talk about, the rule in plain words, and what was said."""

    question: str
    ask: str
    outcome: str
    voices: tuple[Voice, Voice]
    talk: str
    rule: tuple[str, ...]
    said: tuple[Said, ...]


@dataclass(frozen=True)
class Group:
    """Questions with the same outcome, under one heading."""

    outcome: str
    title: str
    lead: str
    rows: tuple[Beside, ...]


@dataclass(frozen=True)
class SideBySide:
    """Everything the opened acquaintance shows.

    `first` is where to begin, None when nothing differs; `untouched` are the questions that both left open.
    """

    lead: str
    first: Beside | None
    groups: tuple[Group, ...]
    untouched: tuple[str, ...]


def build_side_by_side(visit: Visit, view: ExchangeView, said: Sequence[Said]) -> SideBySide:
    """Make the record for an opened acquaintance."""
    assert view.mine is not None and view.theirs is not None, "only an opened acquaintance lies side by side"
    found = compared(view)
    untouched = {asked.id: asked.ask for asked, result in found if result.reasons == (Reason("both_open"),)}
    rows = [_beside(visit, view, asked, result, said) for asked, result in found if asked.id not in untouched]
    first = next((row for outcome in ("clash", "different") for row in rows if row.outcome == outcome), None)
    groups = (_group(outcome, [row for row in rows if row.outcome == outcome.value]) for outcome in OUTCOMES)
    return SideBySide(_lead(found), first, tuple(group for group in groups if group.rows), tuple(untouched.values()))


def one_beside(visit: Visit, view: ExchangeView, question: str, said: Sequence[Said]) -> Beside | None:
    """One question of an opened acquaintance; None for an unknown one."""
    for asked, result in compared(view):
        if asked.id == question:
            return _beside(visit, view, asked, result, said)
    return None


def _beside(visit: Visit, view: ExchangeView, asked: Asked, result: Compared, said: Sequence[Said]) -> Beside:
    talk = asked.talk.get(result.outcome.value, acquaintance_texts()["open_talk"])
    return Beside(
        question=asked.id,
        ask=asked.ask,
        outcome=result.outcome.value,
        voices=voices_of(visit, view, asked),
        talk=talk,
        rule=rule_in_words(visit, asked, result),
        said=tuple(one for one in said if one.question == asked.id),
    )


def rule_in_words(visit: Visit, asked: Asked, result: Compared) -> tuple[str, ...]:
    """Why two answers are called the same, different or a clash, and then the whole rule."""
    return (*(_reason(visit, asked, one) for one in result.reasons), _whole_rule(asked))


def side_name(visit: Visit) -> str:
    """What stands above the words of her own side; a colleague reads the name of who speaks."""
    speaker = visit.party.speaker
    return _("Jij") if visit.speaks or speaker is None else speaker.first_name


def voices_of(visit: Visit, view: ExchangeView, asked: Asked) -> tuple[Voice, Voice]:
    """What both sides answered to one question, hers first."""
    speaker = visit.party.speaker
    own = visit.my_name if visit.speaks or speaker is None else speaker.first_name
    return (
        _voice("self", own, side_name(visit), asked, view.mine or {}),
        _voice("other", visit.other_name, visit.other_name, asked, view.theirs or {}),
    )


def _voice(side: str, name: str, who: str, asked: Asked, answers: Mapping[str, Any]) -> Voice:
    lines = in_words(asked, answers) or (_("Liet dit open. Dat mag."),)
    return Voice(side, name, who, lines, str(answers.get(asked.id + WHY) or ""))


def _reason(visit: Visit, asked: Asked, reason: Reason) -> str:
    about = ", ".join(f"‘{asked.labels[one]}’" for one in reason.about)
    text = acquaintance_texts()["reasons"][reason.code]
    return str(text.format(name=visit.other_name, about=about, **_numbers()))


def _whole_rule(asked: Asked) -> str:
    return str(acquaintance_texts()["rules"][asked.kind.value].format(**_numbers()))


def _numbers() -> dict[str, str]:
    """The limits of the rule in words as far as they have one: `drie`, `twee`, `20`."""
    spoken = {2: _("twee"), 3: _("drie")}
    return {name: spoken.get(number, str(number)) for name, number in asdict(DEFAULTS).items()}


def _group(outcome: Outcome, rows: Sequence[Beside]) -> Group:
    title, lead = {
        Outcome.CLASH: (_("Hier kan het botsen"), _("Geen van jullie heeft ongelijk. Begin hier met praten.")),
        Outcome.DIFFERENT: (_("Hier kiezen jullie anders"), _("Verschil kan helpen, als je het van elkaar weet.")),
        Outcome.BESIDE: (_("In jullie eigen woorden"), _("Lees ze rustig naast elkaar.")),
        Outcome.SAME: (_("Hier denken jullie gelijk"), _("Zeg het ook eens hardop. Dat is een stevig begin.")),
        Outcome.OPEN: (_("Dit liet een van jullie open"), _("Open laten is ook een antwoord.")),
    }[outcome]
    return Group(outcome.value, title, lead, tuple(rows))


def _lead(found: Sequence[tuple[Asked, Compared]]) -> str:
    """One sentence to begin with; it counts nothing."""
    outcomes = {result.outcome for _asked, result in found}
    if Outcome.CLASH in outcomes:
        return _("Jullie vulden dit los van elkaar in. Begin bij wat het meest verschilt.")
    if Outcome.DIFFERENT in outcomes:
        return _("Jullie vulden dit los van elkaar in. Op een paar punten kiezen jullie anders.")
    if Outcome.SAME in outcomes:
        return _("Jullie vulden dit los van elkaar in. Waar de app kan vergelijken, denken jullie gelijk.")
    return _("Jullie vulden dit los van elkaar in. Er is nog weinig om te vergelijken.")

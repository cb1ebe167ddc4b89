"""The questions of an acquaintance and the answers to them in words, and what they weigh at a decision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.utils.translation import gettext as _

from samenstroom import content
from samenstroom.collaborations.visits import Visit
from samenstroom.exchanges.queries import ExchangeView
from samenstroom.exploring.queries.acquaintance import acquaintances_of, own_acquaintance_of, own_words, said_at
from samenstroom.exploring.weighed import Lean, Weighed
from samenstroom.kit import clock
from samenstroom.kit.dates import long_date
from samenstroom.kit.language import language
from samenstroom.rules.acquaintance import Compared, Kind, Outcome, Question, compare
from samenstroom.rules.visibility import Circle

WHY = "_why"
"""After the id of a question: her own words with that answer."""

ANSWERED_WITH: Mapping[Kind, type[Any]] = {Kind.ORDER: list, Kind.CHOICE: str, Kind.NUMBER: int, Kind.TEXT: str}
"""What an answer is kept as."""

EXCERPT = 160
"""So much of her own words stands in one line at the decision."""


@dataclass(frozen=True)
class Asked:
    """One question in words. `rule` is what the rules know of it, `said` the words around a number."""

    rule: Question
    short: str
    ask: str
    hint: str
    talk: Mapping[str, str]
    labels: Mapping[str, str]
    places: int = 0
    unit: str = ""
    bounds: tuple[int, int] = (0, 0)
    said: tuple[str, str] = ("", "")

    @property
    def id(self) -> str:
        return self.rule.id

    @property
    def kind(self) -> Kind:
        return self.rule.kind


@dataclass(frozen=True)
class Part:
    """A few questions that belong together: one page."""

    number: int
    id: str
    title: str
    lead: str
    questions: tuple[Asked, ...]


def acquaintance_texts() -> Mapping[str, Any]:
    """Everything in the content file."""
    return content.load("acquaintance", language())


def parts() -> tuple[Part, ...]:
    """The five parts with their questions."""
    return _parts(language())


@cache
def _parts(code: str) -> tuple[Part, ...]:
    return parts_in(content.load("acquaintance", code))


def parts_in(texts: Mapping[str, Any]) -> tuple[Part, ...]:
    """The parts of a content file with questions like these; a kick-off has them too."""
    return tuple(
        Part(number, one["id"], one["title"], one["lead"], tuple(_asked(question) for question in one["questions"]))
        for number, one in enumerate(texts["parts"], start=1)
    )


def _asked(one: Mapping[str, Any]) -> Asked:
    labels = {option["id"]: option["label"] for option in one.get("options", ())}
    clashes = frozenset(frozenset(pair) for pair in one.get("clashes", ()))
    return Asked(
        rule=Question(one["id"], Kind(one["kind"]), tuple(labels), clashes),
        short=one["short"], ask=one["ask"], hint=one["hint"], talk=one["talk"], labels=labels,
        places=one.get("places", 0), unit=one.get("unit", ""), bounds=(one.get("lowest", 0), one.get("highest", 0)),
        said=(one.get("said_one", ""), one.get("said", "")),
    )  # fmt: skip


def questions() -> list[Asked]:
    """All questions, part by part."""
    return [question for part in parts() for question in part.questions]


def question_by_id(question: str) -> Asked | None:
    """One question; None for an unknown one."""
    return next((one for one in questions() if one.id == question), None)


def kept_value(asked: Asked, answers: Mapping[str, Any]) -> Any:
    """What was answered to this question, as the rules read it; None for what was left open.

    An option that no longer is in the questions counts for nothing, and so does what cannot be an answer to it: a
    dossier that was read in may hold anything.
    """
    value: Any = answers.get(asked.id)
    if not isinstance(value, ANSWERED_WITH[asked.kind]) or isinstance(value, bool):
        return None
    if asked.kind is Kind.ORDER:
        return tuple(one for one in value if one in asked.labels)
    if asked.kind is Kind.CHOICE:
        return value if value in asked.labels else None
    return value


def in_words(asked: Asked, answers: Mapping[str, Any]) -> tuple[str, ...]:
    """One answer in words, line by line; nothing for what was left open."""
    value = kept_value(asked, answers)
    if value in (None, "", ()):
        return ()
    if asked.kind is Kind.ORDER:
        return tuple(f"{place}. {asked.labels[one]}" for place, one in enumerate(value, start=1))
    if asked.kind is Kind.CHOICE:
        return (asked.labels[value],)
    if asked.kind is Kind.NUMBER:
        return (asked.said[value != 1].format(n=value),)
    return (str(value),)


def compared(view: ExchangeView) -> list[tuple[Asked, Compared]]:
    """Every question of an opened acquaintance with how both answers lie, in the order of the questions."""
    mine, theirs = view.mine or {}, view.theirs or {}
    return [(one, compare(one.rule, kept_value(one, mine), kept_value(one, theirs))) for one in questions()]


def next_part(answers: Mapping[str, Any] | None, among: Sequence[Part] | None = None) -> int | None:
    """The first part of which she kept nothing yet; None when she went through all of them."""
    kept, asked = answers or {}, parts() if among is None else among
    return next((part.number for part in asked if not any(one.id in kept for one in part.questions)), None)


def way_in(visit: Visit, view: ExchangeView | None) -> tuple[str, dict[str, Any]]:
    """Which page it leads to, and the parts of its address: to begin, where she was, to close it, or what it says."""
    if view is None:
        return "acquaintance", {}
    exchange = {"exchange": view.exchange.public_id}
    if not (view.waits_for_me and visit.speaks):
        return "acquaintance_opened", exchange
    number = next_part(view.mine)
    return ("acquaintance_step", {**exchange, "number": number}) if number else ("acquaintance_send", exchange)


def acquaintance_words(visit: Visit, view: ExchangeView | None) -> tuple[str, bool]:
    """One sentence about the newest acquaintance for a row, and whether it is her turn."""
    name = {"name": visit.other_name}
    if view is None:
        return _("Vijf korte delen: waarden, doelen en hoe je werkt. Los van elkaar, dan naast elkaar."), False
    if view.is_revealed:
        return _("Jullie antwoorden liggen naast elkaar."), False
    if not view.is_open:
        return _("Gestopt voordat de enveloppen opengingen. Opnieuw beginnen kan."), False
    if not visit.speaks:
        return _("De enveloppen zijn nog dicht."), False
    if view.i_sent:
        return _("Jouw envelop is dicht. %(name)s mag nog even.") % name, False
    if view.they_sent:
        return _("%(name)s is klaar. Zodra jij klaar bent, gaan de enveloppen open.") % name, True
    return _("Vijf korte delen. Alles mag open blijven."), True


def weighed_acquaintance(visit: Visit) -> list[Weighed]:
    """What the acquaintance weighs: what clashes asks for a talk, what is the same carries.

    A clash leans against until both wrote down what they said about it; then it is open. Her own guide is only hers.
    """
    opened = next((one for one in acquaintances_of(visit) if one.is_revealed and one.mine and one.theirs), None)
    return [*(_from_reveal(visit, opened) if opened else ()), *_from_own(visit)]


def _from_reveal(visit: Visit, view: ExchangeView) -> Sequence[Weighed]:
    talked = {one.question for one in said_at(visit, view.exchange)}
    opened_at = view.exchange.revealed_at
    assert opened_at is not None
    source = _("Kennismaking, %(day)s") % {"day": long_date(clock.day_of(opened_at), language())}
    address = (("collaboration", visit.collaboration.public_id), ("exchange", view.exchange.public_id))
    found = []
    for asked, result in compared(view):
        line = _weighing(asked, result, is_talked=asked.id in talked)
        if line:
            found.append(Weighed(*line, source, Circle.SHARED, "acquaintance_opened", address))
    return found


def _weighing(asked: Asked, result: Compared, *, is_talked: bool) -> tuple[Lean, str] | None:
    words = {"short": asked.short}
    if result.outcome is Outcome.SAME:
        return Lean.FOR, _("Over %(short)s denken jullie gelijk.") % words
    if result.outcome is Outcome.CLASH and is_talked:
        return Lean.OPEN, _("Over %(short)s botsen jullie antwoorden. Jullie spraken erover.") % words
    if result.outcome is Outcome.CLASH:
        return Lean.AGAINST, _("Over %(short)s botsen jullie antwoorden.") % words
    return None


def _from_own(visit: Visit) -> list[Weighed]:
    said = own_words(own_acquaintance_of(visit))
    address = (("collaboration", visit.collaboration.public_id),)
    return [
        Weighed(
            Lean.OPEN,
            _("Over %(short)s hoorde je: %(said)s") % {"short": one.short, "said": _excerpt(said[one.id]["said"])},
            _("Je eigen gids voor de kennismaking"), Circle.PRIVATE, "own_acquaintance", address,
        )
        for one in questions()
        if said.get(one.id, {}).get("said")
    ]  # fmt: skip


def _excerpt(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= EXCERPT else one_line[:EXCERPT].rsplit(" ", 1)[0] + "…"

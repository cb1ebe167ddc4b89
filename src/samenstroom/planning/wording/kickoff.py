"""The questions of a kick-off in words, how two answers lie beside each other, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from django.utils.translation import gettext as _

from samenstroom import content
from samenstroom.collaborations.visits import Visit
from samenstroom.exchanges.queries import ExchangeView
from samenstroom.exploring.wording.acquaintance import Asked, Part, kept_value, next_part, parts_in
from samenstroom.kit.language import language
from samenstroom.planning.queries.kickoff import Kickoff
from samenstroom.rules.acquaintance import Compared, Kind, Outcome, Reason, compare

OTHER = "other"
"""The choice that says only "something else": two of those are own words, not the same."""

GOAL = "goal"
"""The question with which it begins."""


def kickoff_texts() -> Mapping[str, Any]:
    """Everything in the content file."""
    return content.load("kickoff", language())


def kickoff_parts() -> tuple[Part, ...]:
    """The parts with their questions."""
    return _parts(language())


@cache
def _parts(code: str) -> tuple[Part, ...]:
    return parts_in(content.load("kickoff", code))


def kickoff_questions() -> list[Asked]:
    """All questions, part by part."""
    return [question for part in kickoff_parts() for question in part.questions]


def goal_labels() -> Mapping[str, str]:
    """What a goal can be about: id -> a few words."""
    asked = next(one for one in kickoff_questions() if one.id == GOAL)
    return {key: label.split(":")[0] for key, label in asked.labels.items()}


def wanted(asked: Asked, choice: object, name: str = "") -> str:
    """What somebody wants, as a whole sentence: about the reader, or about the other when `name` is given."""
    for part in kickoff_texts()["parts"]:
        for question in part["questions"]:
            if question["id"] == asked.id:
                for option in question.get("options", ()):
                    if option["id"] == choice:
                        return str(option["other"].format(name=name) if name else option["you"])
    return ""


def compared_kickoff(view: ExchangeView) -> list[tuple[Asked, Compared]]:
    """Every question with how both answers lie: the biggest difference first, nothing ever averaged."""
    found = [(one, _compared(one, view)) for one in kickoff_questions()]
    order = list(Outcome)
    return sorted(found, key=lambda pair: order.index(pair[1].outcome))


def _compared(asked: Asked, view: ExchangeView) -> Compared:
    mine, theirs = kept_value(asked, view.mine or {}), kept_value(asked, view.theirs or {})
    if asked.kind is Kind.CHOICE and mine == theirs == OTHER:
        return Compared(Outcome.BESIDE, (Reason("text"),))
    return compare(asked.rule, mine, theirs)


def kickoff_way_in(visit: Visit, view: ExchangeView | None) -> tuple[str, dict[str, Any]]:
    """Which page the envelopes lead to: to begin, where she was, to close hers, or what they say."""
    if view is None:
        return "kickoff", {}
    exchange = {"exchange": view.exchange.public_id}
    if not (view.waits_for_me and visit.speaks):
        return "kickoff_opened", exchange
    number = next_part(view.mine, kickoff_parts())
    return ("kickoff_step", {**exchange, "number": number}) if number else ("kickoff_send", exchange)


def envelopes_in_words(visit: Visit, view: ExchangeView | None) -> tuple[str, bool]:
    """One sentence about the envelopes, and whether it is her turn; never what is in them."""
    name = {"name": visit.other_name}
    if view is None:
        return _("Drie korte delen: doelen en verwachtingen. Los van elkaar, dan naast elkaar."), False
    if view.is_revealed:
        return _("Jullie doelen en verwachtingen liggen naast elkaar."), False
    if not view.is_open:
        return _("Gestopt voordat de enveloppen opengingen. Opnieuw beginnen kan."), False
    if not visit.speaks:
        return _("De enveloppen zijn nog dicht."), False
    if view.i_sent:
        return _("Jouw envelop is dicht. %(name)s mag nog even.") % name, False
    if view.they_sent:
        return _("%(name)s is klaar. Zodra jij klaar bent, gaan de enveloppen open.") % name, True
    return _("Drie korte delen. Alles mag open blijven."), True


def kickoff_in_words(visit: Visit, found: Kickoff) -> tuple[str, bool]:
    """One sentence about the whole kick-off for a row, and whether it is her turn."""
    name = {"name": visit.other_name}
    if visit.speaks and found.talk and found.talk.waits_for_yes:
        return _("%(name)s stelt een moment voor om te praten.") % name, True
    if visit.speaks and any(one.waits_for_yes for one in found.goals):
        return _("%(name)s stelt een zin voor over jullie doel.") % name, True
    if found.exchange and found.exchange.is_open:
        return envelopes_in_words(visit, found.exchange)
    if found.held_on and not any(one.goal.is_open for one in found.goals):
        return _("Jullie hadden een startgesprek. Hier staat wat jullie afspraken."), False
    if any(one.goal.is_open for one in found.goals):
        return _("Jouw zin over jullie doel ligt bij %(name)s.") % name, False
    if found.goals:
        return _("Jullie doelen staan hier, elk in één zin."), False
    return envelopes_in_words(visit, found.exchange)


def differences(found: Sequence[tuple[Asked, Compared]]) -> list[Asked]:
    """The questions in which they choose differently, the biggest difference first."""
    return [asked for asked, result in found if result.outcome in (Outcome.CLASH, Outcome.DIFFERENT)]

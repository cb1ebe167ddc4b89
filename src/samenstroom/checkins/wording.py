"""Words of the check-in pages: questions and labels from the content files, with the right name in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils import translation

from samenstroom import content
from samenstroom.collaborations.visits import Visit
from samenstroom.kit.dates import long_date
from samenstroom.rules.dimensions import FLOW
from samenstroom.rules.rounds import asks_guess

from .queries import RoundView, rounds_of


def language() -> str:
    """The language of this page: nl or en."""
    return "en" if (translation.get_language() or "nl").startswith("en") else "nl"


def texts() -> Mapping[str, Any]:
    """The check-in content in the language of this page."""
    return content.load("checkin", language())


def step_label(value: int | None) -> str:
    """`goed`; `kan ik niet zeggen` for a missing answer. Fits inside a sentence."""
    if value is None:
        return str(texts()["cannot_say"]["inline"])
    return str(texts()["scale"][value - 1]["inline"])


def item_label(item: str) -> str:
    """`communicatie`, or the words for the question whether it flows. Fits inside a sentence."""
    if item == FLOW:
        return str(texts()["flow"]["inline"])
    return str(dimension(item)["inline"])


def item_name(item: str) -> str:
    """`Communicatie`, `Stroomt het?`: as a heading or the name of a row."""
    return str(texts()["flow"]["short"] if item == FLOW else dimension(item)["short"])


def dimension(item: str) -> Mapping[str, Any]:
    """The texts of one of the seven."""
    found: Mapping[str, Any] = next(one for one in texts()["dimensions"] if one["id"] == item)
    return found


@dataclass(frozen=True)
class StepPage:
    """The words of one step."""

    title: str
    hint: str
    texts: Mapping[str, Any]
    guess_question: str = ""
    guess_hint: str = ""


def flow_page(visit: Visit, view: RoundView) -> StepPage:
    """Step 1: does it flow, since the previous check-in."""
    words = texts()
    guess = words["guess"] if asks_guess(view.round.number) else None
    return StepPage(
        title=words["flow"]["question"].format(name=visit.other_name),
        hint=_period(visit, view),
        texts=words,
        guess_question=guess["question"].format(name=visit.other_name) if guess else "",
        guess_hint=guess["hint"] if guess else "",
    )


def _period(visit: Visit, view: RoundView) -> str:
    earlier = [one.round.opened_on for one in rounds_of(visit) if one.round.number < view.round.number]
    if not earlier:
        return str(texts()["period_first"])
    return str(texts()["period"].format(since=long_date(max(earlier), language())))


def seven_page(visit: Visit, view: RoundView) -> StepPage:
    """Step 2: the seven."""
    words = texts()
    return StepPage(title=words["seven"]["title"], hint=words["seven"]["hint"], texts=words)


def seven_questions(name: str) -> list[dict[str, str]]:
    """Name, hint and question of each of the seven, for the rows of step 2."""
    return [
        {
            "id": one["id"],
            "short": one["short"],
            "hint": one["hint"],
            "question": one["question"].format(name=name),
        }
        for one in texts()["dimensions"]
    ]


def words_page(visit: Visit, view: RoundView) -> StepPage:
    """Step 3: in her own words."""
    words = _named(texts()["words"], visit.other_name)
    return StepPage(title=words["title"], hint="", texts=words)


def solo_texts(visit: Visit) -> Mapping[str, Any]:
    """The words of a check-in with oneself."""
    named: Mapping[str, Any] = _named(texts()["solo"], visit.other_name)
    return named


def carrying_on_texts(visit: Visit) -> Mapping[str, Any]:
    """The words of the monthly question."""
    named: Mapping[str, Any] = _named(texts()["carrying_on"], visit.other_name)
    return named


def _named(part: Any, name: str) -> Any:
    """Fill in {name} wherever it stands in a piece of content."""
    if isinstance(part, str):
        return part.replace("{name}", name)
    if isinstance(part, Mapping):
        return {key: _named(value, name) for key, value in part.items()}
    if isinstance(part, list | tuple):
        return [_named(value, name) for value in part]
    return part

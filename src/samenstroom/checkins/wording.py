"""Words of the check-in pages: questions and labels from the content files, with the right name in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.forms import BaseForm, BoundField, ChoiceField
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from samenstroom import content
from samenstroom.collaborations.visits import Visit
from samenstroom.kit.dates import long_date
from samenstroom.kit.language import language
from samenstroom.rules.dimensions import FLOW, ITEMS
from samenstroom.rules.rounds import asks_guess

from .queries import ReadAnswer, RoundView, opened_before


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


def word_steps(form: BaseForm, steps: Sequence[Mapping[str, Any]] | None = None) -> None:
    """Give the five steps of every question in this form their words: of the check-in, or the ones given.

    Any other choice keeps its own.
    """
    labels = {str(one["value"]): one["label"] for one in steps or texts()["scale"]}
    for field in form.fields.values():
        if isinstance(field, ChoiceField):
            shown: list[tuple[str, str]] = list(field.choices)  # type: ignore[arg-type]
            field.choices = [(value, labels.get(value, text)) for value, text in shown]


def side_name(visit: Visit) -> str:
    """`Jij`, or for a colleague who reads along the first name of who speaks for their side."""
    speaker = visit.party.speaker
    return _("Jij") if visit.speaks or speaker is None else speaker.first_name


def answer_rows(visit: Visit, answer: ReadAnswer, *, of_mine: bool) -> list[dict[str, str]]:
    """An answer as label and text, exactly as the other side reads it: a kept remark is not in it."""
    about = visit.my_name if not of_mine else visit.other_name
    rows = [{"label": item_name(item), "text": capfirst(step_label(answer.values.get(item)))} for item in ITEMS]
    rows.append({"label": _("Waardering voor %(name)s") % {"name": about}, "text": answer.appreciation})
    if answer.remark_shared:
        rows.append({"label": _("Ingebracht"), "text": answer.remark})
    return [row for row in rows if row["text"]]


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
    earlier = opened_before(visit, view.round)
    if earlier is None:
        return str(texts()["period_first"])
    return str(texts()["period"].format(since=long_date(earlier, language())))


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


@dataclass(frozen=True)
class SevenRow:
    """One of the seven as a row of step 2: its field, its name, and what it asks."""

    field: BoundField
    short: str
    hint: str


def seven_rows(form: BaseForm, name: str) -> list[SevenRow]:
    """The seven rows of a form that has a field for each of them; `name` is the other."""
    return [
        SevenRow(
            field=form[one["id"]],
            short=one["short"],
            hint=format_html('{}<br><span class="voice">{}</span>', one["hint"], one["question"]),
        )
        for one in seven_questions(name)
    ]


def words_page(visit: Visit, view: RoundView) -> StepPage:
    """Step 3: in her own words."""
    words = _named(texts()["words"], visit.other_name)
    return StepPage(title=words["title"], hint="", texts=words)


def word_choices(form: BaseForm, page: StepPage) -> dict[str, str]:
    """Give the three choices for a remark their labels; returns what each means, by its value."""
    field = form.fields["remark_choice"]
    assert isinstance(field, ChoiceField)
    field.choices = [(one["id"], one["label"]) for one in page.texts["choices"]]
    # Needed as soon as there is a remark, so the page does not call it optional.
    field.required = True
    return {one["id"]: one["explanation"] for one in page.texts["choices"]}


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

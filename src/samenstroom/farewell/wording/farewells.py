"""The steps of a farewell in words: how it ends, which steps belong to it, how far she is, and what she answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenstroom import content
from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.models import Farewell
from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language
from samenstroom.rules.notice import Notice, Unit

LETTER_STEPS = frozenset({"bericht", "een-regel"})
ROOMS = {"vertellen": "plan", "aankondigen": "plan", "gesprek": "talk"}
"""Where the answers of a step are kept; all others are part of her reflection, and sentences are in her letter."""


def farewell_texts() -> Mapping[str, Any]:
    """Everything a coach can edit, in the language of the page."""
    return content.load("farewell", language())


def ways() -> Sequence[Mapping[str, Any]]:
    """The ways in which it can end."""
    found: Sequence[Mapping[str, Any]] = farewell_texts()["ways"]
    return found


def way_of(farewell: Farewell) -> Mapping[str, Any]:
    """Her way; should an older one be gone from the content, then the first."""
    return next((one for one in ways() if one["id"] == farewell.way), ways()[0])


def named(text: str, visit: Visit) -> str:
    """A text of the content with the names filled in."""
    return text.format(name=visit.other_name, me=visit.my_name)


def room_of(step: str) -> str:
    """Where the answers of this step are kept."""
    return ROOMS.get(step, "reflection")


def kept_in(farewell: Farewell, step: str) -> Mapping[str, Any]:
    """What she answered so far in the room of this step."""
    if step in LETTER_STEPS:
        return dict(farewell.letter.get("parts", {}))
    return dict(getattr(farewell, room_of(step)))


@dataclass(frozen=True)
class StepView:
    """One step of her way: where it stands, and the words of the content for it."""

    id: str
    title: str
    hint: str
    number: int
    total: int
    at: int
    content: Mapping[str, Any]

    @property
    def pages(self) -> Sequence[Mapping[str, Any]]:
        found: Sequence[Mapping[str, Any]] = self.content["pages"]
        return found

    @property
    def is_begun(self) -> bool:
        return self.at > 0

    @property
    def is_done(self) -> bool:
        """She was on its last page; a step to read is done when she says so."""
        return self.is_begun and self.at >= len(self.pages)

    @property
    def next_page(self) -> int:
        """Where she goes on."""
        return min(self.at + 1, len(self.pages))


def steps_of(farewell: Farewell, visit: Visit) -> list[StepView]:
    """The steps of her way, in its order."""
    told = {one["id"]: one for one in farewell_texts()["steps"]}
    at = farewell.moments.get("at", {})
    chosen = way_of(farewell)["steps"]
    return [
        StepView(
            id=one["id"],
            title=told[one["id"]]["title"],
            hint=named(one["hint"], visit),
            number=number,
            total=len(chosen),
            at=at.get(one["id"], 0),
            content=told[one["id"]],
        )
        for number, one in enumerate(chosen, start=1)
    ]


def step_of(farewell: Farewell, visit: Visit, step: str) -> StepView | None:
    """One step of her way; None when it does not belong to it."""
    return next((one for one in steps_of(farewell, visit) if one.id == step), None)


@dataclass(frozen=True)
class Said:
    """One answer to read back, and the page it was given on."""

    label: str
    text: str
    page: int


def said_in(farewell: Farewell, visit: Visit, step: StepView) -> list[Said]:
    """Her answers in a step; what she left open is left out."""
    return list(_said(kept_in(farewell, step.id), visit, step))


def _said(kept: Mapping[str, Any], visit: Visit, step: StepView) -> Iterator[Said]:
    for number, page in enumerate(step.pages, start=1):
        for question in page["questions"]:
            text = in_words(question, kept.get(question["id"]), visit)
            if text:
                yield Said(named(question["label"], visit), text, number)


def in_words(question: Mapping[str, Any], value: Any, visit: Visit) -> str:
    """An answer as a person reads it; empty when there is none."""
    if not value:
        return ""
    kind = question["kind"]
    if kind in ("one", "several"):
        chosen = [value] if kind == "one" else value
        return "; ".join(named(one["label"], visit) for one in question["options"] if one["id"] in chosen)
    if kind == "day":
        return full_date(date.fromisoformat(value), language())
    if kind == "notice":
        return notice_words(notice_from(value))
    return "\n".join(row_words(row) for row in value) if kind == "rows" else str(value)


def row_words(row: Mapping[str, str]) -> str:
    """One line of who does what until when."""
    until = full_date(date.fromisoformat(row["until"]), language()) if row["until"] else ""
    return ", ".join(part for part in (row["what"], row["who"], until) if part)


def notice_from(value: Mapping[str, Any] | None) -> Notice | None:
    """The notice she filled in; None when she left it open."""
    if not value:
        return None
    return Notice(value["count"], Unit(value["unit"]), value["to_month_end"])


def notice_words(notice: Notice | None) -> str:
    """`1 maand, tot het einde van de maand`; empty for none."""
    if notice is None:
        return ""
    counted = {
        Unit.DAYS: ngettext("%(n)s dag", "%(n)s dagen", notice.count),
        Unit.WEEKS: ngettext("%(n)s week", "%(n)s weken", notice.count),
        Unit.MONTHS: ngettext("%(n)s maand", "%(n)s maanden", notice.count),
    }[notice.unit] % {"n": notice.count}
    return _("%(term)s, tot het einde van de maand") % {"term": counted} if notice.to_month_end else counted

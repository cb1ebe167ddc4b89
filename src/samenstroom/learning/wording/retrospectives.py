"""The pages of a look back in words: what is asked here, what is known already, and what she answered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from samenstroom import content
from samenstroom.collaborations.visits import Visit
from samenstroom.collaborations.wording import hours_words, money
from samenstroom.exploring.wording.decisions import view_of
from samenstroom.exploring.wording.feelings import rows_of
from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language
from samenstroom.learning.models import Retrospective
from samenstroom.learning.queries.retrospectives import Foretold, Known, resolved_of

FORETOLD, LESSON = "foretold", "lesson"


def retrospective_texts() -> Mapping[str, Any]:
    """Everything a coach can edit, in the language of the page."""
    return content.load("retrospective", language())


def named(text: str, visit: Visit) -> str:
    """A text of the content with the name of the other in it; a name with curly brackets does no harm."""
    return text.replace("{name}", visit.other_name)


@dataclass(frozen=True)
class PageView:
    """One page of a look back, with the questions that are asked here and now."""

    id: str
    special: str
    title: str
    hint: str
    why: str
    number: int
    total: int
    questions: Sequence[Mapping[str, Any]]
    is_one_question: bool
    """The first question says what the title says: then it is the heading of the page."""

    @property
    def is_last(self) -> bool:
        return self.number == self.total


def pages_of(visit: Visit, known: Known, foretold: Foretold) -> list[PageView]:
    """The pages for this collaboration: without what is known, and without what does not fit yet."""
    told = retrospective_texts()["pages"]
    asked = {one["id"]: _asked(one, known) for one in told}
    here = [one for one in told if _is_here(one, asked[one["id"]], foretold)]
    return [
        PageView(
            id=one["id"], special=one["special"], title=named(one["title"], visit), hint=named(one["hint"], visit),
            why=one["why"], number=number, total=len(here), questions=asked[one["id"]],
            is_one_question=any(question["label"] == one["title"] for question in asked[one["id"]][:1]),
        )
        for number, one in enumerate(here, start=1)
    ]  # fmt: skip


def _asked(page: Mapping[str, Any], known: Known) -> list[Mapping[str, Any]]:
    """The questions of a page that are not answered elsewhere; words beside a question that is go with it."""
    found = [one for one in page["questions"] if one["asked"] == "always" or known.is_over]
    ids = {one["id"] for one in page["questions"]}
    gone = {name for name in ids if getattr(known, name, None) is not None}
    return [one for one in found if one["id"] not in gone and one["id"].removesuffix("_words") not in gone]


def _is_here(page: Mapping[str, Any], asked: Sequence[Any], foretold: Foretold) -> bool:
    if page["special"] == FORETOLD:
        return not foretold.is_empty
    return page["special"] == LESSON or bool(asked)


@dataclass(frozen=True)
class KnownRow:
    """Something the app knew, with where it was said: shaped for the summary of the kit."""

    label: str
    text: str


def known_rows(visit: Visit, known: Known) -> list[KnownRow]:
    """What is not asked again, and where it comes from."""
    at_end = _("Dit zei je bij ‘Hoe het ging’.")
    rows = [
        ("ended", known.ended.value if known.ended else "", at_end),
        ("together", known.together.value if known.together else "", at_end),
    ]
    found = [KnownRow(*_said_elsewhere(visit, name, value, where)) for name, value, where in rows if value]
    if known.hours is not None:
        found.append(KnownRow(_("Jouw uren"), _("%(n)s, uit jullie uren") % {"n": hours_words(known.hours)}))
    if known.money is not None:
        found.append(KnownRow(_("Wat binnenkwam"), _("%(n)s, uit je betaalde rekeningen") % {"n": money(known.money)}))
    return found


def _said_elsewhere(visit: Visit, name: str, value: str, where: str) -> tuple[str, str]:
    question = next(one for page in retrospective_texts()["pages"] for one in page["questions"] if one["id"] == name)
    label = next(one["label"] for one in question["options"] if one["id"] == value)
    return named(question["label"], visit), f"{label}. {where}"


@dataclass(frozen=True)
class AnswerRow:
    """One answer to check; `page` is where she gave it."""

    label: str
    text: str
    page: str


def answer_rows(visit: Visit, retrospective: Retrospective | None, pages: Sequence[PageView]) -> list[AnswerRow]:
    """What she answered on the pages that are asked here; what she left open is empty."""
    kept = dict(retrospective.answers) if retrospective else {}
    return [
        AnswerRow(named(question["label"], visit), in_words(question, kept.get(question["id"]), visit), page.id)
        for page in pages
        for question in page.questions
    ]


def written_rows(visit: Visit, retrospective: Retrospective) -> Iterator[str]:
    """Everything she wrote, also on pages that are not asked any more."""
    for page in retrospective_texts()["pages"]:
        for question in page["questions"]:
            text = in_words(question, retrospective.answers.get(question["id"]), visit)
            if text:
                yield f"{named(question['label'], visit)} {text}"


def in_words(question: Mapping[str, Any], value: Any, visit: Visit) -> str:
    """An answer as a person reads it; empty when there is none."""
    if value in (None, "", []):
        return ""
    writers: Mapping[str, Callable[[Any], str]] = {
        "one": lambda v: _labels(question, [str(v)], visit),
        "several": lambda v: _labels(question, list(v), visit),
        "hours": lambda v: hours_words(Decimal(str(v))),
        "money": lambda v: money(Decimal(str(v))),
    }
    return writers.get(question["kind"], str)(value)


def _labels(question: Mapping[str, Any], chosen: Sequence[str], visit: Visit) -> str:
    return "; ".join(named(one["label"], visit) for one in question["options"] if one["id"] in chosen)


def standing(retrospective: Retrospective | None) -> str:
    """How far she is, in one sentence."""
    if retrospective is None:
        return _("Wat ging er, en wat leer je ervan? Alleen voor jou.")
    if retrospective.finished_at is None:
        return _("Je begon eraan. Ga verder waar je was.")
    return _("Rond. Je kunt er altijd iets bij zetten.")


def came_rows(visit: Visit) -> list[KnownRow]:
    """What came of what she foretold, as far as she said it: locked."""
    found = []
    for row in rows_of(resolved_of(visit)):
        label = _("Jouw voorspelling, %(day)s") % {"day": full_date(row.day, language())}
        percent = f" ({row.feeling.percent}%)" if row.feeling.percent is not None else ""
        found.append(KnownRow(label, f"“{row.feeling.prediction}”{percent}. {row.outcome}"))
    return found


def decided_row(visit: Visit, foretold: Foretold) -> str:
    """What she decided and estimated then, as one line; empty without a decision to look back on."""
    if foretold.decision is None:
        return ""
    view = view_of(foretold.decision)
    said = {"day": view.day_words, "word": view.word, "estimate": view.estimate}
    if not view.estimate:
        return _("Op %(day)s koos je: %(word)s.") % said
    return _("Op %(day)s koos je: %(word)s. Je schatte %(estimate)s kans dat jullie allebei blij zouden zijn.") % said

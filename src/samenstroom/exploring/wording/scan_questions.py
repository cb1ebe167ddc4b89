"""The questions of a scan in words: one page per question, and all answers to check."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from samenstroom import content
from samenstroom.collaborations.visits import Visit
from samenstroom.exploring.flags import all_questions, is_about_stretching, kept
from samenstroom.exploring.models import Scan
from samenstroom.kit.language import language
from samenstroom.rules.flags import Given, first_open

STRETCH = "stretch"


def scan_texts() -> Mapping[str, Any]:
    """Everything in flags.yaml."""
    return content.load("flags", language())


def filled(text: str, visit: Visit, **words: str) -> str:
    """A text with the name of the other in it; a name with curly brackets does no harm."""
    for key, word in {"name": visit.other_name, **words}.items():
        text = text.replace(f"{{{key}}}", word)
    return text


@dataclass(frozen=True)
class QuestionPage:
    """One question as a page shows it. `intro` stands only at the first question of a part."""

    id: str
    number: int
    total: int
    question: str
    hint: str
    why: str
    part: str
    intro: str
    note_label: str
    note_hint: str
    choices: Sequence[tuple[str, str]]
    choice_hints: Mapping[str, str]
    kept: Mapping[str, Any]
    source: str = ""

    @property
    def is_last(self) -> bool:
        return self.number == self.total


def question_page(visit: Visit, scan: Scan | None, number: int) -> QuestionPage | None:
    """The question with this number (from 1); None when there is no such question."""
    questions = all_questions()
    if not 1 <= number <= len(questions):
        return None
    asked = questions[number - 1]
    part, one = _part_of(asked)
    is_first = number == 1 or _part_of(questions[number - 2])[0]["label"] != part["label"]
    return QuestionPage(
        id=asked,
        number=number,
        total=len(questions),
        question=filled(one["question"], visit),
        hint=filled(one["hint"], visit),
        why=filled(one["why"], visit),
        part=part["label"],
        intro=part["intro"] if is_first else "",
        note_label=part["note_label"],
        note_hint=part["note_hint"],
        choices=_choices(asked, one),
        choice_hints={Given.OPEN.value: scan_texts()["open_more"]},
        kept=kept(scan, asked) if scan else {},
        source=one.get("source", ""),
    )


def _part_of(asked: str) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """The part a question belongs to, and the question itself, in words."""
    texts = scan_texts()
    if is_about_stretching(asked):
        part = texts["stretch"]
        return part, _by_id(part["questions"], asked)
    flag = _by_id(texts["flags"], asked)
    return _by_id(texts["groups"], flag["group"]), flag


def _by_id(ones: Sequence[Mapping[str, Any]], key: str) -> Mapping[str, Any]:
    return next(one for one in ones if one["id"] == key)


def _choices(asked: str, one: Mapping[str, Any]) -> list[tuple[str, str]]:
    if not is_about_stretching(asked):
        return [(given["id"], given["label"]) for given in scan_texts()["answers"]]
    own = [(given["id"], given["label"]) for given in one["answers"]]
    return [*own, (Given.OPEN.value, scan_texts()["stretch"]["open_label"])]


def resume_at(scan: Scan) -> int:
    """The number of the first question she did not answer; one past the last when she was at all of them."""
    return first_open(all_questions(), [*scan.answers, *scan.stretch])


def progress(scan: Scan) -> str:
    """Where she is, in words."""
    number, total = resume_at(scan), len(all_questions())
    if number > total:
        return _("Je hebt alle vragen gehad. Kijk je antwoorden na en rond af.")
    return _("Je bent bij vraag %(number)s van %(total)s.") % {"number": number, "total": total}


@dataclass(frozen=True)
class CheckedAnswer:
    """One answer to check, with the number of its question; shaped for the summary of the kit."""

    number: int
    label: str
    text: str


@dataclass(frozen=True)
class CheckedPart:
    """The answers of one part."""

    title: str
    answers: Sequence[CheckedAnswer]


def answers_to_check(visit: Visit, scan: Scan) -> list[CheckedPart]:
    """All questions with her answers, per part."""
    parts: dict[str, list[CheckedAnswer]] = {}
    for number in range(1, len(all_questions()) + 1):
        page = question_page(visit, scan, number)
        assert page is not None
        parts.setdefault(page.part, []).append(CheckedAnswer(number, page.question, _said(page)))
    return [CheckedPart(title, answers) for title, answers in parts.items()]


def _said(page: QuestionPage) -> str:
    if not page.kept:
        return str(scan_texts()["check"]["empty"])
    return answer_words(dict(page.choices).get(page.kept["given"], ""), page.kept["note"])


def answer_words(label: str, note: str) -> str:
    """What she answered, with her own words when there are any."""
    return _("%(answer)s: %(note)s") % {"answer": label, "note": note} if note else label

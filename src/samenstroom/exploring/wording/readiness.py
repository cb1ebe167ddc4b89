"""The readiness test in words: questions, the mirror somebody sees, and what the professional can ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from samenstroom import content
from samenstroom.collaborations.visits import Visit
from samenstroom.exploring.models import ReadinessAnswer
from samenstroom.exploring.queries.readiness import readiness_of
from samenstroom.exploring.weighed import Lean, Weighed
from samenstroom.kit import clock
from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language
from samenstroom.rules.readiness import Leaning, mirror

UNKNOWN = Leaning.UNKNOWN.value


def readiness_texts() -> Mapping[str, Any]:
    """Title, parts with their questions, and closing texts."""
    return content.load("readiness", language())


def questions() -> Iterator[Mapping[str, Any]]:
    """All questions in the order of the test."""
    for part in readiness_texts()["parts"]:
        yield from part["questions"]


def choices_of(question: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The four answers to a question, and that she does not know yet."""
    own = [(str(one["id"]), str(one["label"])) for one in question["options"]]
    return [*own, (UNKNOWN, str(readiness_texts()["unknown"]["label"]))]


def leanings(chosen: Mapping[str, str]) -> dict[str, Leaning]:
    """Where each answer leans, in the order of the test; what the test no longer asks is left out."""
    found = {}
    for question in questions():
        leans = {str(one["id"]): Leaning(one["lean"]) for one in question["options"]} | {UNKNOWN: Leaning.UNKNOWN}
        if (choice := chosen.get(question["id"], "")) in leans:
            found[str(question["id"])] = leans[choice]
    return found


def holding_back(answer: ReadinessAnswer) -> int:
    """How many answers lean away: for the rules, never for a page."""
    leans = leanings({key: one["choice"] for key, one in answer.answers.items()})
    return sum(leaning is Leaning.CLOSED for leaning in leans.values())


def said(chosen: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Choices with the texts as she read them: exactly what is sent."""
    return {
        str(one["id"]): {
            "choice": chosen[one["id"]],
            "question": str(one["question"]),
            "answer": dict(choices_of(one))[chosen[one["id"]]],
        }
        for one in questions()
    }


def as_summary(answers: Mapping[str, Mapping[str, str]]) -> list[dict[str, str]]:
    """Questions and answers as lines to check."""
    return [{"label": one["question"], "text": one["answer"]} for one in answers.values()]


@dataclass(frozen=True)
class Point:
    """One thing in a mirror: what it is about, what was answered, why it matters, and what one can do or ask."""

    topic: str
    answer: str
    why: str
    tip: str
    talk: str
    ask: str


@dataclass(frozen=True)
class MirrorPage:
    """A mirror in words. `first`: questions to begin a talk with."""

    there: list[Point]
    rubs: list[Point]
    unknown: list[Point]
    first: list[str]
    closing: Mapping[str, Any]

    @property
    def to_ask(self) -> list[Point]:
        """What the professional can ask about in the first talk."""
        return [*self.rubs, *self.unknown]


def mirror_page(answers: Mapping[str, Mapping[str, str]], name: str) -> MirrorPage:
    """The mirror of these answers; `name` is of whom the test is."""
    leans = leanings({key: one["choice"] for key, one in answers.items()})
    found, asked = mirror(leans), {str(one["id"]): one for one in questions()}

    def points(keys: Iterable[str]) -> list[Point]:
        return [_point(asked[key], leans[key], answers[key]["answer"]) for key in keys]

    closing = readiness_texts()["closing"][found.pattern.value]
    return MirrorPage(
        there=points(found.there),
        rubs=points(found.rubs),
        unknown=points(found.unknown),
        first=[str(asked[key]["talk"]) for key in found.first],
        closing={**closing, "paragraphs": [text.format(name=name) for text in closing["paragraphs"]]},
    )


def _point(question: Mapping[str, Any], leaning: Leaning, answer: str) -> Point:
    key = "there" if leaning is Leaning.OPEN else leaning.value
    why = readiness_texts()["unknown"]["why"] if leaning is Leaning.UNKNOWN else question[key]
    return Point(question["topic"], answer, str(why), question["tip"], question["talk"], question["ask"])


def weighed_readiness(visit: Visit) -> list[Weighed]:
    """What the test that was sent to her says when she decides about this collaboration. Empty when none was."""
    answer = readiness_of(visit)
    if answer is None:
        return []
    leans = leanings({key: one["choice"] for key, one in answer.answers.items()})
    asked = {str(one["id"]): one for one in questions()}
    against = [key for key, leaning in leans.items() if leaning is Leaning.CLOSED]
    lines = [
        _weighed(
            answer, Lean.AGAINST, _("%(topic)s: %(name)s koos “%(answer)s”")
            % {"topic": asked[key]["topic"], "name": answer.name, "answer": answer.answers[key]["answer"]},
        )
        for key in against
    ]  # fmt: skip
    found = mirror(leans)
    still_open = [asked[key]["topic"] for key in leans if key not in found.there and key not in against]
    there = [asked[key]["topic"] for key in found.there]
    if still_open:
        text = _("Nog te bespreken met %(name)s: %(topics)s.") % {"name": answer.name, "topics": _listed(still_open)}
        lines.append(_weighed(answer, Lean.OPEN, text))
    if there:
        text = _("Een goed begin in de zelftest van %(name)s: %(topics)s.") % {
            "name": answer.name,
            "topics": _listed(there),
        }
        lines.append(_weighed(answer, Lean.FOR, text))
    return lines


def _listed(topics: Iterable[str]) -> str:
    return ", ".join(topic[:1].lower() + topic[1:] for topic in topics)


def _weighed(answer: ReadinessAnswer, lean: Lean, text: str) -> Weighed:
    day = full_date(clock.day_of(answer.sent_at), language())
    source = _("Zelftest, %(date)s") % {"date": day}
    return Weighed(lean, text, source, page="readiness_answer", parts=(("answer", answer.public_id),))

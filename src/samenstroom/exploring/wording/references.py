"""Words around references: the questions with the right names in them, and what was heard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from samenstroom import content
from samenstroom.collaborations.visits import Visit
from samenstroom.exploring.models import ReferenceRequest
from samenstroom.exploring.queries.references import is_news, references_of
from samenstroom.exploring.weighed import Lean, Weighed
from samenstroom.kit import clock
from samenstroom.kit.dates import long_date
from samenstroom.kit.language import language

Names = Mapping[str, str]


def reference_texts(names: Names) -> Mapping[str, Any]:
    """The content of a reference with `name`, `asker`, `referee` and the like filled in."""
    filled = _filled(content.load("reference", language()), names)
    assert isinstance(filled, dict)
    return filled


def _filled(value: Any, names: Names) -> Any:
    if isinstance(value, str):
        return value.format_map(_Names(names))
    if isinstance(value, Mapping):
        return {key: _filled(part, names) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_filled(part, names) for part in value]
    return value


class _Names(dict[str, str]):
    """A name that is not needed on this page stays an open place."""

    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"


def names_of(reference: ReferenceRequest, about: str) -> Names:
    """The names in the questions: about whom, who asks, who answers."""
    asker = reference.person
    return {"name": about, "asker": asker.first_name, "referee": reference.first_name}


@dataclass(frozen=True)
class HeardLine:
    """One question with what was said to it."""

    short: str
    chosen: str
    words: str


@dataclass(frozen=True)
class Heard:
    """What was said, on which day, and whether she noted it herself."""

    day: datetime
    is_noted: bool
    lines: Sequence[HeardLine]


def heard_of(reference: ReferenceRequest, about: str) -> list[Heard]:
    """What the referee sent, and what she noted herself; empty while nothing was heard."""
    questions = reference_texts(names_of(reference, about))["questions"]
    found = []
    if reference.sent_at:
        found.append(Heard(reference.sent_at, is_noted=False, lines=_lines(questions, reference.answers)))
    if reference.noted_at:
        found.append(Heard(reference.noted_at, is_noted=True, lines=_lines(questions, reference.noted)))
    return found


def _lines(questions: Sequence[Mapping[str, Any]], said: Mapping[str, Mapping[str, str]]) -> list[HeardLine]:
    return [
        HeardLine(
            short=one["short"],
            chosen=next((c["label"] for c in one["choices"] if c["id"] == said[one["id"]].get("choice")), ""),
            words=said[one["id"]].get("words", ""),
        )
        for one in questions
        if one["id"] in said
    ]


@dataclass(frozen=True)
class ReferenceRow:
    """One request on her list."""

    public_id: str
    name: str
    hint: str
    state: str
    tone: str


def row_of(reference: ReferenceRequest, now: datetime) -> ReferenceRow:
    """Where it stands. That nothing was heard says nothing, so it has no colour."""
    state, tone, hint = _state(reference, now)
    return ReferenceRow(reference.public_id, str(reference.referee), hint, state, tone)


def _state(reference: ReferenceRequest, now: datetime) -> tuple[str, str, str]:
    if reference.sent_at:
        state, tone = (_("Nieuw"), "now") if is_news(reference) else (_("Gehoord"), "calm")
        return state, tone, _("Antwoordde op %(day)s.") % {"day": _day(reference.sent_at)}
    if reference.noted_at:
        return _("Gehoord"), "calm", _("Door jou genoteerd op %(day)s.") % {"day": _day(reference.noted_at)}
    if reference.expires_at is None:
        return _("Nog geen link"), "plain", _("Maak een link, of bel en noteer het zelf.")
    if reference.withdrawn_at:
        return _("Ingetrokken"), "plain", _("De link werkt niet meer.")
    if not reference.link_works_at(now):
        return _("Verlopen"), "plain", _("De link werkte tot %(day)s.") % {"day": _day(reference.expires_at)}
    hint = _("Nog niets gehoord. Dat zegt niets. De link werkt tot %(day)s.")
    return _("Gevraagd"), "plain", hint % {"day": _day(reference.expires_at)}


def _day(moment: datetime) -> str:
    return long_date(clock.day_of(moment), language())


def weighed_references(visit: Visit) -> list[Weighed]:
    """What was heard about the other, for when she decides. What was not heard counts for nothing."""
    return [line for one in references_of(visit).select_related("person") for line in _weighed(visit, one)]


def _weighed(visit: Visit, reference: ReferenceRequest) -> list[Weighed]:
    heard = reference.answers if reference.sent_at else reference.noted if reference.noted_at else {}
    day = reference.sent_at or reference.noted_at
    if not heard or day is None:
        return []
    words = {"name": reference.first_name, "day": _day(day)}
    source = _("Referentie: %(name)s, %(day)s") if reference.sent_at else _("Genoteerd na %(name)s, %(day)s")
    parts = (("collaboration", visit.collaboration.public_id), ("reference", reference.public_id))
    questions = reference_texts(names_of(reference, visit.other_name))["questions"]
    chosen = [
        (choice["lean"], choice["line"])
        for one in questions
        for choice in one["choices"]
        if choice["id"] == heard.get(one["id"], {}).get("choice") and one["id"] != "together"
    ]
    return [Weighed(Lean(lean), line, source % words, page="reference", parts=parts) for lean, line in chosen]

"""Her message: her own sentences, joined by whole ones of ours, and the talk on one page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.models import Farewell
from samenstroom.farewell.wording.farewells import farewell_texts, row_words
from samenstroom.kit.dates import long_date
from samenstroom.kit.language import language

ONE_LINE = "unsafe"
"""The way in which a message is one line: no greeting, no reason, nothing around it."""


def letter_texts() -> Mapping[str, Any]:
    """Versions, tones, lengths and the sentences of ours."""
    found: Mapping[str, Any] = farewell_texts()["letter"]
    return found


def version_of(code: str) -> Mapping[str, Any] | None:
    """For a message or for an e-mail."""
    return next((one for one in letter_texts()["versions"] if one["id"] == code), None)


def style_of(farewell: Farewell, version: Mapping[str, Any]) -> tuple[str, str]:
    """Tone and length, as she chose them for this version."""
    chosen = farewell.letter.get("style", {}).get(version["id"], {})
    return chosen.get("tone", "warm"), chosen.get("length", version["length"])


def letter_text(farewell: Farewell, version: Mapping[str, Any], visit: Visit) -> str:
    """Her draft; without one the text made of her sentences. Each of hers stays as she wrote it."""
    kept = farewell.letter.get("texts", {}).get(version["id"])
    return str(kept) if kept else _made(farewell, version, visit)


def _made(farewell: Farewell, version: Mapping[str, Any], visit: Visit) -> str:
    parts = farewell.letter.get("parts", {})
    if farewell.way == ONE_LINE:
        return str(parts.get("decision", "")).strip()
    tone_id, length_id = style_of(farewell, version)
    tone = _by_id(letter_texts()["tones"], tone_id)
    names = {"name": visit.other_name, "me": visit.my_name}
    paragraphs = _by_id(letter_texts()["lengths"], length_id)["fields"]
    middle = [_joined(fields, parts, tone["leads"]) for fields in paragraphs]
    whole = [version["greeting"].format(**names), *middle, tone["closing"].format(**names)]
    return "\n\n".join(part for part in whole if part)


def _joined(fields: Sequence[str], parts: Mapping[str, str], leads: Mapping[str, str]) -> str:
    """One paragraph; a sentence of ours goes before the first of hers that it belongs to."""
    said: list[str] = []
    for field in fields:
        words = str(parts.get(field, "")).strip()
        said += [leads.get(field, ""), words] if words else []
    return " ".join(one for one in said if one)


def _by_id(entries: Sequence[Mapping[str, Any]], code: str) -> Mapping[str, Any]:
    return next((one for one in entries if one["id"] == code), entries[0])


def last_day_sentence(farewell: Farewell) -> str:
    """A sentence with the last day she planned, to begin with; empty without one."""
    planned = farewell.plan.get("last_on")
    if not planned:
        return ""
    return str(letter_texts()["last_day"].format(day=long_date(date.fromisoformat(planned), language())))


@dataclass(frozen=True)
class GuideLine:
    """One part of the talk: what to do, what to say, and whether her own words could stand there instead."""

    title: str
    text: str
    words: str
    is_example: bool


def guide_of(farewell: Farewell) -> list[GuideLine]:
    """The talk from opening to end: her own words where she wrote them, otherwise an example."""
    kept, parts = farewell.talk, farewell.letter.get("parts", {})
    own = {**kept, "news": kept.get("news") or parts.get("decision", "")}
    own["who_what"] = "\n".join(row_words(row) for row in kept.get("who_what") or [])
    return [
        GuideLine(
            title=one["title"],
            text=one["text"],
            words=own.get(one["part"]) or one["example"],
            is_example=bool(one["part"]) and not own.get(one["part"]),
        )
        for one in farewell_texts()["guide"]
    ]

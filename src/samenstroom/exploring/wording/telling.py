"""How she tells a no: her own sentences, joined by whole ones of ours, and a hint where it may land differently."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from samenstroom import content
from samenstroom.collaborations.visits import Visit
from samenstroom.kit.language import language
from samenstroom.rules.reading_along import Watched, read_along


def decline_texts() -> Mapping[str, Any]:
    """Prompts, versions, the talk guide and the hints."""
    return content.load("decline", language())


def version_of(code: str) -> Mapping[str, Any] | None:
    """One version by its id: short or long, for an app or for mail."""
    return next((one for one in decline_texts()["versions"] if one["id"] == code), None)


def text_of(version: Mapping[str, Any], parts: Mapping[str, str], visit: Visit) -> str:
    """Her sentences as one text. Each of hers stays as she wrote it; ours between them are whole sentences."""
    names = {"name": visit.other_name, "me": visit.my_name}
    middle = [_joined(version["lead"].get(part, ""), parts[part]) for part in version["fields"] if parts.get(part)]
    return "\n\n".join([version["greeting"].format(**names), *middle, version["closing"].format(**names)])


def _joined(lead: str, words: str) -> str:
    return f"{lead} {words.strip()}" if lead else words.strip()


@dataclass(frozen=True)
class Hint:
    """Something that may land differently than she means: which words, why, and another way."""

    title: str
    words: str
    reason: str
    suggestion: str


def hints_for(text: str) -> list[Hint]:
    """Reading along with her text: private, at most three, never a judgement."""
    told = {one["id"]: one for one in decline_texts()["hints"]}
    watched = [Watched(key, tuple(one["phrases"].split("|")), one["at_least"]) for key, one in told.items()]
    return [
        Hint(
            title=told[found.id]["title"],
            words=", ".join(f"‘{word}’" for word in found.words),
            reason=told[found.id]["reason"],
            suggestion=told[found.id]["suggestion"],
        )
        for found in read_along(text, watched)
    ]


def guide_of(parts: Mapping[str, str]) -> list[Mapping[str, str]]:
    """Five sentences for a talk: her own where she wrote one, otherwise an example."""
    return [
        {"title": one["title"], "words": parts.get(one["part"]) or one["example"], "own": parts.get(one["part"], "")}
        for one in decline_texts()["talk"]
    ]

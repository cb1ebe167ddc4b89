"""Words around the profile: its parts, her values, and each part as one text to read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from samenstroom import content
from samenstroom.kit.language import language
from samenstroom.profiles.models import Profile
from samenstroom.profiles.queries.profile import PARTS, Value

ENOUGH_VALUES = 3
"""Fewer is a beginning of an order."""


def profile_texts() -> Mapping[str, Any]:
    """Values, parts and boundary topics, in the language of this page."""
    return content.load("profile", language())


def value_word(value: Value) -> str:
    """`Eerlijkheid`; her own word as she wrote it; the id itself for a value that the file no longer has."""
    if isinstance(value, dict):
        return str(value["own"])
    return next((str(one["label"]) for one in profile_texts()["values"] if one["id"] == value), value)


def value_key(value: Value) -> str:
    """What a form sends for a value."""
    return f"own:{value['own']}" if isinstance(value, dict) else str(value)


@dataclass(frozen=True)
class PartPage:
    """One part of the profile in words, with how far she is."""

    id: str
    title: str
    public_title: str
    question: str
    hint: str
    example: str
    state: str
    text: str

    @property
    def state_word(self) -> str:
        """How far she is, without a judgement."""
        return {"empty": _("Leeg"), "begun": _("Begonnen"), "filled": _("Ingevuld")}[self.state]

    @property
    def tone(self) -> str:
        """How the word looks: only what is there stands out, what is not asks for nothing."""
        return "calm" if self.state == "filled" else "plain"


def parts_of(profile: Profile) -> list[PartPage]:
    """Every part, in the order in which they are asked."""
    return [
        PartPage(
            **{name: str(one[name]) for name in ("id", "title", "public_title", "question", "hint", "example")},
            state=_state(profile, one["id"]),
            text=part_text(profile, one["id"]),
        )
        for one in profile_texts()["parts"]
    ]


def part_text(profile: Profile, part: str) -> str:
    """A part as one text, the way somebody else could read it; empty when she wrote nothing."""
    if part == "values":
        return "\n".join(value_word(one) for one in profile.values)
    if part == "working_style":
        return "\n".join(_labelled(_style_labels(), profile))
    if part == "rates":
        return "\n".join(one for one in (rate_text(profile.hourly_rate), profile.rates) if one)
    return str(getattr(profile, part))


def rate_text(rate: str) -> str:
    """`€ 62,50 per uur`, or nothing."""
    if not rate:
        return ""
    amount = Decimal(rate)
    told = f"{amount:.0f}" if amount == amount.to_integral_value() else f"{amount:.2f}"
    return _("€ %(amount)s per uur") % {"amount": told if language() == "en" else told.replace(".", ",")}


def _style_labels() -> Mapping[str, str]:
    return {
        "channels": _("Bereikbaar"),
        "response_time": _("Antwoord"),
        "working_hours": _("Uren en dagen"),
    }


def _labelled(labels: Mapping[str, str], profile: Profile) -> Sequence[str]:
    return [f"{label}: {text}" for name, label in labels.items() if (text := getattr(profile, name))]


def _state(profile: Profile, part: str) -> str:
    names = PARTS[part]
    filled = [name for name in names if getattr(profile, name)]
    if not filled:
        return "empty"
    if part == "values":
        return "filled" if len(profile.values) >= ENOUGH_VALUES else "begun"
    # An hourly rate or a sentence about rates is each enough by itself.
    return "filled" if len(filled) == len(names) or part == "rates" else "begun"

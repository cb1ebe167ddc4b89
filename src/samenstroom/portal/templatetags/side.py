"""``{% load side %}``: words the templates of this door need around a visit."""

from __future__ import annotations

from datetime import date

from django import template

from samenstroom.collaborations.visits import Visit
from samenstroom.collaborations.wording import label_of
from samenstroom.collaborations.wording import rhythm_in_words as words_of_rhythm
from samenstroom.exchanges.queries import ExchangeView
from samenstroom.exploring.wording.acquaintance import acquaintance_words
from samenstroom.kit.dates import full_date, long_date
from samenstroom.kit.language import language

register = template.Library()


@register.filter
def stage_label(code: str) -> str:
    """The shared stage in words: `Samenwerken`."""
    return label_of("stages", code)


@register.filter
def rhythm_words(weeks: int) -> str:
    """`elke twee weken`."""
    return words_of_rhythm(weeks)


@register.simple_tag
def acquaintance_hint(visit: Visit, view: ExchangeView | None) -> str:
    """How the acquaintance stands, in one sentence."""
    return acquaintance_words(visit, view)[0]


@register.filter
def level_tone(level: str) -> str:
    """The tone of a finding's level in the kit; what goes well is calm."""
    return "calm" if level == "good" else level


@register.filter
def in_words(day: date | None) -> str:
    """`woensdag 14 oktober`."""
    return long_date(day, language()) if day else ""


@register.filter
def with_year(day: date | None) -> str:
    """`14 oktober 2026`."""
    return full_date(day, language()) if day else ""

"""``{% load door %}``: small words the templates of this door need around a visit."""

from __future__ import annotations

from dataclasses import dataclass

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.collaborations.wording import label_of
from samenstroom.learning.wording.texts import Link
from samenstroom.rules.life_cycle import STAGES, Stage, order

register = template.Library()


@dataclass(frozen=True)
class StageText:
    """The shared stage: its code, its label, and where it stands in the row of seven."""

    code: str
    label: str
    text: str


@register.simple_tag
def stage_of(visit: Visit) -> StageText:
    """The shared stage of this collaboration in words, for the bar above its pages."""
    code = visit.collaboration.stage
    label = label_of("stages", code)
    words = {"number": order(Stage(code)) + 1, "total": len(STAGES), "label": label}
    return StageText(code=code, label=label, text=_("Fase %(number)s van %(total)s: %(label)s") % words)


@register.simple_tag
def address_of(link: Link) -> str:
    """Where the facts behind a sentence are, behind this door."""
    return reverse(f"workspace:{link.page}", kwargs=dict(link.parts))


@register.simple_tag
def way(link: Link, css: str = "") -> SafeString:
    """The way to the facts behind a sentence; only its words when those facts were erased."""
    if not link.page:
        return format_html('<span class="{}">{}</span>', css, link.text)
    return format_html('<a class="{}" href="{}">{}</a>', css, address_of(link), link.text)

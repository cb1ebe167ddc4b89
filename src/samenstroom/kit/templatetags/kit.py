"""``{% load kit %}``: block components, fields, charts and the small leaf parts."""

from functools import cache
from pathlib import Path
from typing import Any

from django import template
from django.template import Context, TemplateSyntaxError
from django.urls import reverse
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy

from samenstroom.kit.charts import glyphs
from samenstroom.kit.charts.route import RouteLines, route_lines
from samenstroom.kit.components import compile_component, compile_slot
from samenstroom.kit.templatetags import kit_charts, kit_fields

register = template.Library()
register.tag("component", compile_component)
register.tag("slot", compile_slot)
register.inclusion_tag("kit/parts/field.html", name="field")(kit_fields.field)
register.inclusion_tag("kit/parts/error_summary.html", name="error_summary")(kit_fields.error_summary)
register.inclusion_tag("kit/parts/scale_field.html", name="scale")(kit_fields.scale)
register.inclusion_tag("kit/parts/beads_field.html", name="beads")(kit_fields.beads)
register.inclusion_tag("kit/charts/trend.html", name="trend")(kit_charts.trend)
register.inclusion_tag("kit/charts/compass.html", name="compass")(kit_charts.compass)
register.inclusion_tag("kit/charts/gap_rows.html", name="gap_rows")(kit_charts.gap_rows)
register.inclusion_tag("kit/charts/weave.html", name="weave")(kit_charts.weave)
register.filter("step_word")(kit_charts.step_word)

ICONS = Path(__file__).resolve().parents[1] / "templates" / "kit" / "icons"
CIRCLES = {
    "private": ("lock", gettext_lazy("Alleen voor mij")),
    "sealed": ("sealed", gettext_lazy("Nog dicht")),
    "shared": ("together", gettext_lazy("Van ons samen")),
    "coach": ("eye", gettext_lazy("Iemand kijkt mee")),
}


@cache
def _icon_text(name: str) -> str:
    if not name.replace("-", "").isalnum() or not (ICONS / f"{name}.svg").is_file():
        raise TemplateSyntaxError(f"the kit has no icon {name!r}")
    return (ICONS / f"{name}.svg").read_text(encoding="utf-8").strip()


@register.simple_tag
def icon(name: str, extra: str = "") -> SafeString:
    """A line drawing from ``kit/icons``, hidden from screen readers: always put a word beside it."""
    text = _icon_text(name)
    # Our own files; the extra class comes from a template.
    return mark_safe(text.replace('class="icon"', f'class="icon {escape(extra)}"', 1) if extra else text)  # noqa: S308


@register.simple_tag
def glyph(value: int, single: bool = False) -> SafeString:
    """Two lines for a step from 1 to 5, or one line for a private feeling; nothing for nothing said."""
    if not value:
        return mark_safe("")
    mine, theirs = glyphs.STEPS[int(value)]
    if single:
        return _two_lines("0 0 64 32", glyphs.SINGLE_STEPS[int(value)], "")
    return _two_lines("0 0 64 32", mine, theirs)


@register.simple_tag
def phase_sign(stage: str) -> SafeString:
    """The sign of a stage; always with its word. Raises ``TemplateSyntaxError`` for an unknown stage."""
    if stage not in glyphs.STAGES:
        raise TemplateSyntaxError(f"the kit has no sign for stage {stage!r}")
    mine, theirs = glyphs.STAGES[stage]
    knot = mark_safe("")
    if stage == "start":
        knot = format_html('<circle class="knot" cx="{}" cy="{}" r="{}"/>', *glyphs.KNOT)
    return _two_lines("0 0 48 32", mine, theirs, knot)


def _two_lines(box: str, mine: str, theirs: str, more: str = "") -> SafeString:
    lines = [("b", theirs)] * bool(theirs) + [("a", mine)]
    paths = format_html_join("", '<path class="line-{}" d="{}"/>', lines)
    return format_html('<svg viewBox="{}" aria-hidden="true">{}{}</svg>', box, paths, more)


@register.simple_tag
def avatar(name: str, side: str = "self") -> SafeString:
    """The first letter of a name in a circle; hidden from screen readers, so the name stands beside it."""
    tone = side if side in ("self", "other", "coach") else "self"
    initial = name.strip()[:1].upper()
    return format_html('<span class="avatar avatar--{}" aria-hidden="true">{}</span>', tone, initial)


@register.simple_tag
def duo(self_name: str, other_name: str) -> SafeString:
    """Two initials: who is looking first."""
    pair = (avatar(self_name), avatar(other_name, "other"))
    return format_html('<span class="duo" aria-hidden="true">{}{}</span>', *pair)


@register.simple_tag
def circle_icon(circle: str) -> SafeString:
    """The icon of who sees this: private, sealed, shared or coach."""
    return icon(_circle(circle)[0])


@register.simple_tag
def circle_words(circle: str) -> str:
    """The fixed words of who sees this."""
    return str(_circle(circle)[1])


def _circle(circle: str) -> tuple[str, Any]:
    if circle not in CIRCLES:
        raise TemplateSyntaxError(f"there is no circle {circle!r}; choose from {', '.join(CIRCLES)}")
    return CIRCLES[circle]


@register.simple_tag
def route_paths(stages: list[dict[str, Any]], tall: bool = False) -> RouteLines:
    """Lines of the route up to the stage that has ``is_now`` (the first one if none has)."""
    now = next((index for index, stage in enumerate(stages) if stage.get("is_now")), 0)
    return route_lines(now, is_tall=tall)


@register.filter
def steps_to(total: int, step: int = 0) -> list[bool]:
    """One entry per stitch: ``True`` for the steps that were reached."""
    return [number <= int(step) for number in range(1, int(total) + 1)]


@register.simple_tag(takes_context=True)
def url_here(context: Context, name: str, *args: Any, **kwargs: Any) -> str:
    """The address of a page in the door one is in: the same name leads to its own pages in each door."""
    match = context["request"].resolver_match
    return reverse(f"{match.namespace}:{name}" if match.namespace else name, args=args, kwargs=kwargs)

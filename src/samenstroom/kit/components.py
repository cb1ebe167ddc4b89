"""Block components with named slots.

``{% component "sheet" variant="now" %} ... {% slot "act" %} ... {% endslot %} {% endcomponent %}``

A component is a template in ``kit/components/`` that knows nothing but its attributes and its slots. What
stands between the tags and outside a slot is ``slots.default``. Attributes are escaped by the template as
usual; slots were rendered, and so escaped, where they were written. An unknown component, attribute or slot
is an error, not a blank.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.template import Context, Node, NodeList, TemplateSyntaxError
from django.template.base import FilterExpression, Parser, Token, token_kwargs
from django.utils.safestring import SafeString, mark_safe

SLOTS_KEY = "_kit_slots"


@dataclass(frozen=True)
class Component:
    """One part of the kit: where its template and style are, and its place on the pattern page.

    ``template`` is empty for a part that is only a class in a style sheet. ``attributes`` and ``slots`` are
    what a block component takes; other kinds have none.
    """

    name: str
    style: str
    anchor: str
    template: str = ""
    attributes: tuple[str, ...] = ()
    slots: tuple[str, ...] = ()


def _block(name: str, style: str, anchor: str, attributes: str = "", slots: str = "") -> Component:
    template = f"kit/components/{name}.html"
    return Component(name, f"{style}.css", anchor, template, tuple(attributes.split()), tuple(slots.split()))


def _part(name: str, style: str, anchor: str) -> Component:
    return Component(name, f"{style}.css", anchor, f"kit/parts/{name}.html")


def _chart(name: str, style: str) -> Component:
    return Component(name, f"{style}.css", "grafieken", f"kit/charts/{name}.html")


def _class(name: str, anchor: str) -> Component:
    return Component(name, f"{name}.css", anchor)


BLOCKS: dict[str, Component] = {
    part.name: part
    for part in (
        _block("visibility", "visibility", "wie", "circle words", "act"),
        _block("sees", "sees", "wie", "circle"),
        _block("sheet", "sheet", "wie", "variant tag id labelledby extra"),
        _block("pocket", "pocket", "wie", "variant tag id labelledby extra chip"),
        _block("bubble", "bubble", "wie", "side name who"),
        _block("status", "status", "vlaggen", "tone icon"),
        _block("card", "card", "kaarten", "url title who stage stage_label self_name other_name private mark", "weave"),
        _block("attention_item", "attention", "aandacht", "title icon level", "meta act"),
        _block("task_item", "task-list", "lijsten", "url title hint", "status"),
        _block("envelope", "envelope", "onthulling", "self_sent other_sent bare"),
        _block("spotlight", "spotlight", "onthulling", "id eyebrow title level", "act"),
        _block("finding", "finding", "gesprek", "level title heading"),
        _block("empty", "empty", "staten", "kind title level", "act"),
        _block("banner", "banner", "staten", "tone icon title role"),
        _block("more", "more", "staten", "summary"),
        _block("section_head", "section-head", "lijsten", "title id level tight"),
    )
}

# Everything the pattern page shows, by name.
COMPONENTS: dict[str, Component] = BLOCKS | {
    part.name: part
    for part in (
        _part("field", "field", "velden"),
        _part("error_summary", "error", "velden"),
        _part("choices", "choice", "keuzes"),
        _part("tick", "tick", "velden"),
        _part("scale", "scale", "keuzes"),
        _part("beads", "beads", "keuzes"),
        _part("steps", "steps", "keuzes"),
        _part("summary", "summary", "lijsten"),
        _part("history", "history", "lijsten"),
        _part("route", "route", "route"),
        _part("collab_head", "collab", "route"),
        _part("collab_bar", "collab", "route"),
        _part("link_box", "link-box", "link"),
        _part("agree", "agree", "onthulling"),
        _part("loading", "loading", "staten"),
        _part("legend", "chart", "grafieken"),
        _chart("trend", "trend"),
        _chart("compass", "compass"),
        _chart("gap_rows", "gap-rows"),
        _chart("weave", "weave"),
        _class("button", "knoppen"),
        _class("back", "knoppen"),
        _class("avatar", "wie"),
        _class("code-field", "velden"),
        _class("question", "keuzes"),
        _class("board", "lijsten"),
        _class("match", "lijsten"),
        _class("table", "grafieken"),
        _class("trend-marks", "grafieken"),
        _class("hours-left", "grafieken"),
        _class("balance-bar", "grafieken"),
        _class("weeks", "grafieken"),
        _class("reveal", "onthulling"),
        _class("repairs", "onthulling"),
        _class("thanks", "onthulling"),
        _class("evidence", "gesprek"),
        _class("weighing", "gesprek"),
        _class("script", "gesprek"),
        _class("rather", "gesprek"),
        _class("letter", "gesprek"),
        _class("document", "gesprek"),
        _class("greeting", "bladen"),
        _class("big-fact", "bladen"),
        _class("home", "bladen"),
        _class("topbar", "bladen"),
        _class("footer", "bladen"),
    )
}


class SlotNode(Node):
    """Hands its content to the component around it and leaves nothing in place."""

    def __init__(self, name: str, content: NodeList) -> None:
        self.name = name
        self.content = content
        self.nodelist = content

    def render(self, context: Context) -> SafeString:
        """Render for the nearest component; raises ``TemplateSyntaxError`` for an unknown slot."""
        slots: dict[str, SafeString] | None = context.get(SLOTS_KEY)
        if slots is None or self.name not in slots:
            raise TemplateSyntaxError(f"there is no slot {self.name!r} here")
        slots[self.name] = _trimmed(self.content.render(context))
        return mark_safe("")


class ComponentNode(Node):
    """Renders the slots first, where they were written, and then the component's own template."""

    def __init__(self, part: Component, attributes: Mapping[str, FilterExpression], content: NodeList) -> None:
        self.part = part
        self.attributes = attributes
        self.nodelist = content

    def render(self, context: Context) -> SafeString:
        """Render the component in a context of its own: attributes, slots, request; nothing else leaks in."""
        slots = {name: mark_safe("") for name in self.part.slots}
        values: dict[str, Any] = dict.fromkeys(self.part.attributes, "")
        values |= {name: value.resolve(context) for name, value in self.attributes.items()}
        with context.push(**{SLOTS_KEY: slots}):
            default = _trimmed(self.nodelist.render(context))
        assert context.template is not None
        template = context.template.engine.get_template(self.part.template)
        return template.render(context.new(values | {"slots": slots | {"default": default}}))


def compile_component(parser: Parser, token: Token) -> ComponentNode:
    """Parse ``{% component "name" key=value ... %}``; raises ``TemplateSyntaxError`` for what is unknown."""
    bits = token.split_contents()[1:]
    name = bits.pop(0).strip("\"'") if bits else ""
    part = BLOCKS.get(name)
    if part is None:
        raise TemplateSyntaxError(f"the kit has no component {name!r}; it has: {', '.join(sorted(BLOCKS))}")
    attributes = token_kwargs(bits, parser)
    unknown = sorted({*attributes, *bits} - set(part.attributes))
    if unknown:
        raise TemplateSyntaxError(f"component {name!r} does not take {', '.join(unknown)}")
    content = parser.parse(("endcomponent",))
    parser.delete_first_token()
    return ComponentNode(part, attributes, content)


def compile_slot(parser: Parser, token: Token) -> SlotNode:
    """Parse ``{% slot "name" %}``."""
    bits = token.split_contents()
    if len(bits) != 2:
        raise TemplateSyntaxError("a slot takes one name")
    content = parser.parse(("endslot",))
    parser.delete_first_token()
    return SlotNode(bits[1].strip("\"'"), content)


def _trimmed(text: SafeString) -> SafeString:
    return mark_safe(text.strip())  # noqa: S308 (was rendered, and so escaped, by a template)

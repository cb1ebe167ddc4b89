"""One thing that asks attention, as a record: what, why, and one act."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from .overview import Table


@dataclass(frozen=True)
class Item:
    """One thing that asks attention: what, why, one act. `page` and `parts` name the address behind this door.

    Without a `collaboration` it is about no table.
    """

    weight: int
    icon: str
    title: str
    line: str
    meta: str
    act: str
    page: str
    parts: tuple[tuple[str, object], ...]
    is_private: bool
    collaboration: str


def item_of(table: Table, weight: int, icon: str, words: tuple[str, str, str], page: str, **parts: object) -> Item:
    """An item about this table; `words` are its title, its line and its act."""
    is_private = bool(parts.pop("is_private", False))
    title, line, act = words
    return Item(
        weight=weight,
        icon=icon,
        title=title,
        line=line,
        meta=_name(table),
        act=act,
        page=page,
        parts=tuple(parts.items()),
        is_private=is_private,
        collaboration=table.visit.collaboration.public_id,
    )


def _name(table: Table) -> str:
    """Which collaboration it is, and that it is an example when it is one."""
    collaboration = table.visit.collaboration
    if collaboration.is_demo:
        return _("%(name)s, een voorbeeld") % {"name": collaboration.name}
    return collaboration.name

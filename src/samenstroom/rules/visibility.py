"""The one place that answers: may this person see this?

Everything is private to one person, sealed until both have answered, or shared by the two parties of a
collaboration. Whatever is computed may be seen only by those who may see everything it was computed from.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Circle(StrEnum):
    """Who stands around a thing: its author, its author until both have sent, or both parties."""

    PRIVATE = "private"
    SEALED = "sealed"
    SHARED = "shared"


@dataclass(frozen=True)
class Viewer:
    """Somebody who looks: a person and the collaborations in which she is one of the parties."""

    person_id: int
    collaboration_ids: frozenset[int]


@dataclass(frozen=True)
class Item:
    """Something to be seen: its circle, its collaboration, its author, and whether its seal was opened."""

    circle: Circle
    collaboration_id: int | None
    author_id: int | None
    opened: bool = False


def may_see(viewer: Viewer, item: Item) -> bool:
    """Tell whether the viewer may see the item.

    Private: only its author. Sealed: its author, and once opened both parties. Shared: both parties.
    A private thing without a known author is for nobody; a shared one without a collaboration as well.
    """
    match item.circle:
        case Circle.PRIVATE:
            return _is_author(viewer, item)
        case Circle.SEALED:
            return _is_author(viewer, item) or (item.opened and _is_party(viewer, item))
        case Circle.SHARED:
            return _is_party(viewer, item)
    raise ValueError(f"unknown circle: {item.circle!r}")


def may_see_derived(viewer: Viewer, items: Iterable[Item]) -> bool:
    """Tell whether the viewer may see something computed from these items: only when she may see every one.

    What was computed from nothing has nobody who may see it: whoever forgets to name the sources shows
    nothing.
    """
    sources = tuple(items)
    return bool(sources) and all(may_see(viewer, item) for item in sources)


def _is_author(viewer: Viewer, item: Item) -> bool:
    return item.author_id is not None and item.author_id == viewer.person_id


def _is_party(viewer: Viewer, item: Item) -> bool:
    return item.collaboration_id is not None and item.collaboration_id in viewer.collaboration_ids

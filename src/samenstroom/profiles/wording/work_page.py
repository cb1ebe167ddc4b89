"""The draft of "Zo werk ik": what she can put on it, in which words, and the exact text that will be online."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from samenstroom.profiles.models import WorkPage
from samenstroom.profiles.queries.boundaries import boundaries_of
from samenstroom.profiles.queries.profile import profile_of
from samenstroom.profiles.queries.work_page import PublicPage, as_public

from .profile import parts_of

BOUNDARY = "boundary-"
"""How the id of a boundary begins among the pieces of a page."""


@dataclass(frozen=True)
class Piece:
    """One thing she can put on the page. `source` is what her profile says, `text` what the page will say."""

    id: str
    title: str
    source: str
    text: str
    is_chosen: bool
    is_reworded: bool
    is_outdated: bool
    """She worded it for the page, and afterwards her profile changed."""

    @property
    def is_boundary(self) -> bool:
        """Whether it comes from her boundaries."""
        return self.id.startswith(BOUNDARY)

    @property
    def note(self) -> str:
        """Where its text comes from."""
        if self.is_outdated:
            return _("In je eigen woorden. Je profiel veranderde daarna.")
        if self.is_reworded:
            return _("In je eigen woorden voor deze pagina.")
        return _("Zoals in je grenzen.") if self.is_boundary else _("Zoals in je profiel.")


@dataclass(frozen=True)
class Draft:
    """The page as she is putting it together."""

    page: WorkPage
    pieces: tuple[Piece, ...]
    snapshot: Mapping[str, Any]

    @property
    def chosen(self) -> list[Piece]:
        """What is on it."""
        return [one for one in self.pieces if one.is_chosen]

    @property
    def parts(self) -> list[Piece]:
        """Everything from her profile."""
        return [one for one in self.pieces if not one.is_boundary]

    @property
    def as_read(self) -> PublicPage:
        """The page as a reader would see it."""
        return as_public(self.snapshot, is_public=False)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to read yet."""
        return not self.snapshot["sections"] and not self.snapshot["introduction"]

    @property
    def mark(self) -> str:
        """Stands for exactly this text: what she saw is what goes online, also with two tabs open."""
        return hashlib.sha256(json.dumps(self.snapshot, sort_keys=True).encode()).hexdigest()[:24]

    @property
    def sources(self) -> dict[str, str]:
        """What profile and boundaries say now about what is on it."""
        return {one.id: one.source for one in self.chosen}

    @property
    def profile_changed(self) -> bool:
        """Whether profile or boundaries say something else than when she put the page online."""
        now = {one.id: one.source for one in self.pieces}
        return self.page.is_online and any(now.get(id_, "") != text for id_, text in self.page.sources.items())

    @property
    def differs(self) -> bool:
        """Whether what is online is another text than this."""
        online = {name: part for name, part in self.page.snapshot.items() if name != "findable"}
        return self.page.is_online and online != self.snapshot


def draft_of(page: WorkPage) -> Draft:
    """Her draft, in the language of the page."""
    with translation.override(page.language):
        pieces = tuple(_piece(page, *one) for one in _sources(page))
        return Draft(page, pieces, _snapshot(page, pieces))


def piece_of(draft: Draft, item: str) -> Piece | None:
    """One piece that is there to choose."""
    return next((one for one in draft.pieces if one.id == item), None)


def _sources(page: WorkPage) -> list[tuple[str, str, str]]:
    """Id, title and text of everything she could put on it; what is empty is left out."""
    parts = [(one.id, one.public_title, one.text) for one in parts_of(profile_of(page.person)) if one.text]
    return parts + [(BOUNDARY + one.public_id, one.words, one.words) for one in boundaries_of(page.person)]


def _piece(page: WorkPage, item: str, title: str, source: str) -> Piece:
    worded = page.wordings.get(item)
    return Piece(
        id=item,
        title=title,
        source=source,
        text=worded["text"] if worded else source,
        is_chosen=item in page.chosen,
        is_reworded=worded is not None,
        is_outdated=worded is not None and worded["source"] != source,
    )


def _snapshot(page: WorkPage, pieces: Sequence[Piece]) -> dict[str, Any]:
    chosen = [one for one in pieces if one.is_chosen]
    sections = [_section(one) for one in chosen if not one.is_boundary]
    lines = [one.text for one in chosen if one.is_boundary]
    if lines:
        sections.append({"title": _("Mijn grenzen"), "kind": "list", "lines": lines})
    return {
        "name": str(page.name),
        "language": page.language,
        "introduction": str(page.introduction),
        "sections": sections,
    }


def _section(piece: Piece) -> dict[str, Any]:
    is_order = piece.id == "values"
    lines = [line for line in piece.text.splitlines() if line.strip()] if is_order else [str(piece.text)]
    return {"title": piece.title, "kind": "ordered" if is_order else "text", "lines": lines}

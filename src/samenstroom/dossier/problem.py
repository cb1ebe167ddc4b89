"""What is wrong with a dossier: a code and the place, without a sentence (those are in `wording`)."""

from __future__ import annotations

from collections.abc import Mapping

Steps = tuple[str | int, ...]
"""The way to a part of a document: names of fields, and numbers in a list counted from 0."""


class DossierError(ValueError):
    """A file cannot be read as a dossier. The first thing that is wrong, and where."""

    def __init__(self, code: str, place: Steps = (), **data: object) -> None:
        super().__init__(f"{code} at {pointer(place)}")
        self.code = code
        self.place = place
        self.data: Mapping[str, object] = data


def pointer(place: Steps) -> str:
    """The place as a JSON pointer (RFC 6901)."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in place)

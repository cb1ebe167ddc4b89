"""What no schema can say: keys stand once, what is private has an owner, and seals hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from .problem import DossierError, Steps

Document = Mapping[str, Any]
Row = Mapping[str, Any]
Placed = Iterator[tuple[Steps, Row]]


KEYED = ("parties", "people", "entries", "repairs", "exchanges", "agreements", "tasks", "access", "invoices")
OWN_KEYED = ("findings", "decisions")
"""Sections whose rows may have a key; in `own` too."""

BY_PARTY = (("rounds", "answers"), ("exchanges", "answers"), ("repairs", "looks"))
"""What stands inside a row once per party."""

SEALED = ("rounds", "exchanges")
"""Sections whose answers open together."""


def check_meaning(document: Document) -> None:
    """Raise DossierError for the first thing that cannot be so. The document fits the schema."""
    for check in CHECKS:
        check(document)


def rows_in(document: Document, *names: str) -> Placed:
    """Every row of a list in the document, or of a list in each row of it, with its place."""
    yield from _rows(document, names, ())


def _rows(part: Row, names: tuple[str, ...], place: Steps) -> Placed:
    name, *rest = names
    for at, row in enumerate(part.get(name, ())):
        here = (*place, name, at)
        if rest:
            yield from _rows(row, tuple(rest), here)
        else:
            yield here, row


def _once(placed: Iterable[tuple[Steps, Row]], field: str) -> None:
    """A value of this field stands in one row only."""
    seen: set[Any] = set()
    for place, row in placed:
        if field in row and row[field] in seen:
            raise DossierError("not_once", (*place, field), value=row[field])
        seen.add(row.get(field))


def _keys(document: Document) -> None:
    for section in KEYED:
        _once(rows_in(document, section), "key")
    for section in OWN_KEYED:
        _once((((("own", *place), one)) for place, one in rows_in(document.get("own", {}), section)), "key")
    for field in ("number", "opened_on"):
        _once(rows_in(document, "rounds"), field)
    for section, inner in BY_PARTY:
        for at, row in enumerate(document.get(section, ())):
            _once((((section, at, *place), one) for place, one in rows_in(row, inner)), "party")
    for at, row in enumerate(document.get("entries", ())):
        _once(((("entries", at, *place), one) for place, one in rows_in(row, "answers")), "by")


def _people(document: Document) -> None:
    """Each party has somebody, and its speaker is one of its own."""
    sides = {one["key"]: one["party"] for one in document["people"]}
    for place, one in rows_in(document, "parties"):
        if one["key"] not in sides.values():
            raise DossierError("empty_party", place)
        if "speaker" in one and sides[one["speaker"]] != one["key"]:
            raise DossierError("other_party", (*place, "speaker"))
    for section, inner in BY_PARTY:
        for place, one in rows_in(document, section, inner):
            if "by" in one and sides[one["by"]] != one["party"]:
                raise DossierError("other_party", (*place, "by"))


def _private(document: Document) -> None:
    """What is private is there only for the person the file was made for."""
    owner = document.get("made_for")
    if owner is None and "own" in document:
        raise DossierError("private_of_nobody", ("own",))
    for place, entry in rows_in(document, "entries"):
        if entry.get("circle") == "private" and (owner is None or entry.get("by") != owner):
            raise DossierError("private_of_other", place)


CONTENT = ("values", "guess", "appreciation", "remark", "remark_choice")


def _seals(document: Document) -> None:
    """Answers open together, when both have sent; before that only one's own are there."""
    owner = document.get("made_for")
    for place, one in (row for section in SEALED for row in rows_in(document, section)):
        sent = [answer for answer in one.get("answers", ()) if "sent_at" in answer]
        if "revealed_at" in one and (len(sent) < 2 or any(answer.get("sealed") for answer in sent)):
            raise DossierError("opened_alone", (*place, "revealed_at"))
        for at, answer in enumerate(one.get("answers", ())):
            is_open = "revealed_at" in one or "freed_at" in answer or (owner and answer.get("by") == owner)
            here = (*place, "answers", at)
            if not is_open and any(name in answer for name in CONTENT):
                raise DossierError("sealed_content", here)
            if answer.get("sealed") and ("sent_at" not in answer or any(name in answer for name in CONTENT)):
                raise DossierError("sealed_content", here)


def _looks(document: Document) -> None:
    owner = document.get("made_for")
    numbers = {one["number"] for one in document.get("rounds", ())}
    for place, one in rows_in(document, "repairs"):
        if one["round"] not in numbers:
            raise DossierError("no_round", (*place, "round"), number=one["round"])
        looks = one.get("looks", ())
        if "looked_back_at" in one and (len(looks) < 2 or any("helped" not in look for look in looks)):
            raise DossierError("opened_alone", (*place, "looked_back_at"))
        for at, look in enumerate(looks):
            is_open = "looked_back_at" in one or (owner and look.get("by") == owner)
            if "helped" in look and (look.get("sealed") or not is_open):
                raise DossierError("sealed_content", (*place, "looks", at))


CHECKS: tuple[Callable[[Document], None], ...] = (_keys, _people, _private, _seals, _looks)

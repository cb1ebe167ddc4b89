"""What differs between two agreement documents, and a document with that difference put in.

Works on documents as plain data, so that what was signed can be compared with what was signed, byte for byte. A
document that got a change and the document it came from say together what the change was, and the other way round:
`amended(old, change_between(old, new)) == new`, where a fact that is not filled in is a fact that is not there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Content = Mapping[str, Any]
LISTS = ("own_clauses", "charter")
"""Parts that change as a whole: a list of their own words."""
HEAD = ("parties", "jurisdiction", "kind", "language")
"""Parts that are one value each."""


class OtherGroundError(Exception):
    """The change was made from a text that reads otherwise than this one."""


@dataclass(frozen=True)
class Swap:
    """One part as it was and as it becomes; None where it was not there, or will not be."""

    before: Any
    after: Any

    @property
    def is_new(self) -> bool:
        return self.before is None

    @property
    def is_dropped(self) -> bool:
        return self.after is None


@dataclass(frozen=True)
class Change:
    """Everything that differs: facts by name, clauses by code (their terms and addition), and whole parts by name.

    `order` is the order of the clauses afterwards; empty when it did not change otherwise than by new and dropped ones.
    """

    facts: Mapping[str, Swap] = field(default_factory=dict)
    clauses: Mapping[str, Swap] = field(default_factory=dict)
    parts: Mapping[str, Swap] = field(default_factory=dict)
    order: Sequence[str] = ()

    def __bool__(self) -> bool:
        return bool(self.facts or self.clauses or self.parts or self.order)

    def as_data(self) -> dict[str, Any]:
        """The change as plain data."""
        made: dict[str, Any] = {
            part: {name: {"before": one.before, "after": one.after} for name, one in getattr(self, part).items()}
            for part in ("facts", "clauses", "parts")
        }
        return made | {"order": list(self.order)}


def change_from(data: Mapping[str, Any]) -> Change:
    """The change back from plain data."""
    read = {
        part: {name: Swap(one["before"], one["after"]) for name, one in data.get(part, {}).items()}
        for part in ("facts", "clauses", "parts")
    }
    return Change(**read, order=tuple(data.get("order", ())))


def change_between(old: Content, new: Content) -> Change:
    """What it takes to come from the old document to the new one."""
    before, after = _clauses(old), _clauses(new)
    clauses = _swaps(before, after)
    is_moved = _codes(new) != _follow(_codes(old), clauses)
    return Change(
        facts=_swaps(old.get("facts", {}), new.get("facts", {})),
        clauses=clauses,
        parts=_swaps(_parts(old), _parts(new)),
        order=tuple(_codes(new)) if is_moved else (),
    )


def amended(content: Content, change: Change) -> dict[str, Any]:
    """The document with the change put in. Raises OtherGroundError when what it changes reads otherwise here."""
    facts, held = dict(content.get("facts", {})), _clauses(content)
    parts = _parts(content)
    _put(facts, change.facts)
    _put(held, change.clauses)
    _put(parts, change.parts)
    codes = list(change.order) or _follow(_codes(content), change.clauses)
    if sorted(codes) != sorted(held):
        raise OtherGroundError
    clauses = [{"code": code, **held[code]} for code in codes]
    return {**content, **parts, "facts": facts, "clauses": clauses}


def touches(change: Change) -> frozenset[str]:
    """The codes of the clauses that read otherwise afterwards."""
    return frozenset(change.clauses)


def only(change: Change, codes: frozenset[str]) -> Change:
    """The part of a change that is about these clauses."""
    return Change(clauses={code: one for code, one in change.clauses.items() if code in codes})


def fitting(content: Content, change: Change) -> Change:
    """The part of a change that can still be put in this document, when it was made from an earlier one."""
    held = {"facts": content.get("facts", {}), "clauses": _clauses(content), "parts": _parts(content)}
    left: dict[str, Any] = {
        part: {name: one for name, one in getattr(change, part).items() if known.get(name) == one.before}
        for part, known in held.items()
    }
    codes = _follow(_codes(content), left["clauses"])
    is_whole = sorted(change.order) == sorted(codes)
    return Change(**left, order=change.order if is_whole else ())


def undone(change: Change) -> Change:
    """What takes a change back; the order of the clauses stays as it is."""
    back: dict[str, Any] = {
        part: {name: Swap(one.after, one.before) for name, one in getattr(change, part).items()}
        for part in ("facts", "clauses", "parts")
    }
    return Change(**back)


def _put(held: dict[str, Any], swaps: Mapping[str, Swap]) -> None:
    for name, one in swaps.items():
        if held.get(name) != one.before:
            raise OtherGroundError
        if one.after is None:
            held.pop(name, None)
        else:
            held[name] = one.after


def _swaps(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Swap]:
    names = [*before, *(name for name in after if name not in before)]
    return {name: Swap(before.get(name), after.get(name)) for name in names if before.get(name) != after.get(name)}


def _clauses(content: Content) -> dict[str, Any]:
    found = content.get("clauses", ())
    return {one["code"]: {"terms": dict(one["terms"]), "addition": one.get("addition", "")} for one in found}


def _codes(content: Content) -> list[str]:
    return [one["code"] for one in content.get("clauses", ())]


def _follow(codes: Sequence[str], swaps: Mapping[str, Swap]) -> list[str]:
    """The order when nothing is moved: what is dropped falls out, what is new comes last."""
    kept = [code for code in codes if code not in swaps or swaps[code].after is not None]
    return [*kept, *(code for code, one in swaps.items() if one.before is None)]


def _parts(content: Content) -> dict[str, Any]:
    return {name: content[name] for name in (*HEAD, *LISTS) if name in content}

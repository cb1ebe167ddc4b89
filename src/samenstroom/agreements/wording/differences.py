"""What differs between two texts of an agreement, clause by clause, for people to read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from samenstroom.agreements.terms import known_values
from samenstroom.agreements.wording.document import AgreementText, ClauseText, text_of
from samenstroom.agreements.wording.terms import label_of, value_words
from samenstroom.rules.agreement.amending import Change, Swap, change_between


class Turn(StrEnum):
    """What became of a clause."""

    NEW = "new"
    DROPPED = "dropped"
    CHANGED = "changed"


@dataclass(frozen=True)
class TermDifference:
    """One term as it was and as it becomes, in words; empty where it is not filled in."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Difference:
    """One clause, fact or part that reads otherwise: the sentences on both sides, and the terms that differ.

    `code` is that of the clause, `feit:<name>` of a fact, or the name of a part (`own_clauses`, `charter`...).
    """

    code: str
    name: str
    turn: Turn
    terms: tuple[TermDifference, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()

    @property
    def gone(self) -> tuple[str, ...]:
        """The sentences that are no longer there."""
        return tuple(one for one in self.before if one not in self.after)

    @property
    def new(self) -> tuple[str, ...]:
        """The sentences that were not there before."""
        return tuple(one for one in self.after if one not in self.before)


def differences(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[Difference, ...]:
    """Everything that reads otherwise in the new document, in the order of the new text; what goes comes last.

    In the language of the new document, as its sentences are.
    """
    with translation.override(str(new["language"])):
        change = change_between(old, new)
        before, after = text_of(old), text_of(new)
        found = [*_facts(change, old, new), *_clauses(change, old, new, before, after), *_parts(change, before, after)]
        return tuple(found)


def _clauses(
    change: Change, old: Mapping[str, Any], new: Mapping[str, Any], before: AgreementText, after: AgreementText
) -> Iterator[Difference]:
    known = {one.code: one for one in before.clauses}
    for one in after.clauses:
        was = known.pop(one.code, None)
        if was is None or _reads(was) != _reads(one) or one.code in change.clauses:
            yield Difference(
                code=one.code,
                name=one.name,
                turn=Turn.CHANGED if was else Turn.NEW,
                terms=tuple(_terms(change.clauses.get(one.code), old, new)),
                before=_reads(was) if was else (),
                after=_reads(one),
                plain=one.plain,
            )
    for one in known.values():
        yield Difference(code=one.code, name=one.name, turn=Turn.DROPPED, before=_reads(one))


def _reads(one: ClauseText) -> tuple[str, ...]:
    return (*one.legal, *([one.addition] if one.addition else []))


def _terms(swap: Swap | None, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[TermDifference]:
    if swap is None:
        return
    before, after = ((one or {}).get("terms", {}) for one in (swap.before, swap.after))
    names = [name for name in {**before, **after} if before.get(name) != after.get(name)]
    yield from _said(names, old, new)


def _facts(change: Change, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Difference]:
    for name in change.facts:
        for one in _said([name], old, new):
            yield Difference(code=f"feit:{name}", name=one.label, turn=Turn.CHANGED, terms=(one,))


def _said(names: Sequence[str], old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[TermDifference]:
    was, will = known_values(old)[0], known_values(new)[0]
    spoken = str(new["language"])
    for name in names:
        yield TermDifference(
            label=label_of(name, spoken),
            before=value_words(name, was.get(name), spoken),
            after=value_words(name, will.get(name), spoken),
        )


def _parts(change: Change, before: AgreementText, after: AgreementText) -> Iterator[Difference]:
    read = {
        "parties": (_("Wie"), [_party(one) for one in before.parties], [_party(one) for one in after.parties]),
        "own_clauses": (
            _("Eigen bepalingen"),
            [f"{one.title}. {one.text}" for one in before.own_clauses],
            [f"{one.title}. {one.text}" for one in after.own_clauses],
        ),
        "charter": (_("Zo gaan we met elkaar om"), list(before.charter), list(after.charter)),
    }
    for name, (label, was, will) in read.items():
        if name in change.parts and was != will:
            yield Difference(
                code=name,
                name=label,
                turn=Turn.NEW if not was else Turn.CHANGED if will else Turn.DROPPED,
                before=tuple(one for one in was if one not in will),
                after=tuple(one for one in will if one not in was),
            )


def _party(one: Any) -> str:
    return ", ".join(part for part in (one.name or one.role, one.represented_by, one.address) if part)

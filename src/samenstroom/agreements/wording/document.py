"""The text of an agreement: legal sentences per clause, each with a line in plain words.

Built once from the content files (`text_of`), kept in the version when it is put on the table (`as_kept`), and read
from there ever after (`agreement_text`): what was signed stays as it is when the content files get better.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from string import Formatter
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from samenstroom.agreements.models import AgreementVersion
from samenstroom.agreements.terms import known_values
from samenstroom.agreements.wording.terms import Words, clause_words, value_words
from samenstroom.kit.dates import full_date
from samenstroom.rules.agreement.grammar import parse

ANNEXES = frozenset({"processor_agreement"})
"""Clauses that stand behind the text as an annex, after what they wrote themselves."""

PARTNERS = frozenset({"partner", "cofounder"})
"""Kinds in which nobody is the other's client."""


@dataclass(frozen=True)
class PartyText:
    """One party: `role` is how the sentences call it when it has no name, `name` how it signs."""

    role: str
    name: str
    represented_by: str
    address: str


@dataclass(frozen=True)
class ClauseText:
    """One clause, numbered from 1. `legal` is the text that holds, `plain` explains it, `addition` is their own."""

    code: str
    number: int
    name: str
    legal: tuple[str, ...]
    plain: tuple[str, ...]
    addition: str


@dataclass(frozen=True)
class OwnClauseText:
    """A clause they wrote themselves; its number follows on the others."""

    number: int
    title: str
    text: str


@dataclass(frozen=True)
class AgreementText:
    """The whole text, in the language of the agreement (which need not be that of who reads it).

    That of an addendum has only what changes: `of` says of which agreement, `dropped` names the clauses that go.
    """

    language: str
    title: str
    parties: tuple[PartyText, PartyText]
    clauses: tuple[ClauseText, ...]
    own_clauses: tuple[OwnClauseText, ...]
    charter: tuple[str, ...]
    of: str = ""
    dropped: tuple[str, ...] = ()

    @property
    def body(self) -> tuple[ClauseText, ...]:
        """The clauses without the annexes."""
        return tuple(one for one in self.clauses if not self._is_annex(one))

    @property
    def annexes(self) -> tuple[ClauseText, ...]:
        """Clauses that stand behind the text; one from before there were annexes stays where it was signed."""
        return tuple(one for one in self.clauses if self._is_annex(one))

    def _is_annex(self, one: ClauseText) -> bool:
        return one.code in ANNEXES and one.number >= len(self.clauses) + len(self.own_clauses)


def agreement_text(version: AgreementVersion) -> AgreementText:
    """The text of a version as it was put on the table."""
    return from_kept(version.text or as_kept(text_of(version.content)))


def text_of(content: Mapping[str, Any]) -> AgreementText:
    """The text of an agreement document as it reads today, in its own language."""
    with translation.override(str(content["language"])):
        parties = _party(content, "provider"), _party(content, "client")
        sentences = _Sentences(content, parties)
        told = list(sentences.clauses())
        own = [
            OwnClauseText(number, str(one["title"]), str(one["text"]))
            for number, one in enumerate(content["own_clauses"], start=first_own(told))
        ]
        written = with_annexes_last(told, len(own))
        return AgreementText(
            language=str(content["language"]),
            title=_("Overeenkomst"),
            parties=parties,
            clauses=tuple(written),
            own_clauses=tuple(own),
            charter=tuple(str(one) for one in content["charter"]),
        )


def first_own(clauses: Sequence[ClauseText]) -> int:
    """The number of the first clause of their own: it follows on the clauses that are no annex."""
    return sum(one.code not in ANNEXES for one in clauses) + 1


def with_annexes_last(clauses: Sequence[ClauseText], own: int) -> list[ClauseText]:
    """The clauses numbered anew: first those of the text, and the annexes after the clauses of their own."""
    body = [one for one in clauses if one.code not in ANNEXES]
    annexes = [one for one in clauses if one.code in ANNEXES]
    numbered = [replace(one, number=at) for at, one in enumerate(body, start=1)]
    return [*numbered, *(replace(one, number=at) for at, one in enumerate(annexes, start=len(body) + own + 1))]


def addendum_text(old: Mapping[str, Any], new: Mapping[str, Any], *, number: int, signed_on: date) -> AgreementText:
    """The clauses that read otherwise in the new document, with the numbers they have there, and what goes.

    A clause counts as changed when its terms, its addition or its sentences differ: a fact can change a sentence too.
    """
    with translation.override(str(new["language"])):
        before, after = text_of(old), text_of(new)
        known = {one.code: replace(one, number=0) for one in before.clauses}
        left = {one.code for one in after.clauses}
        named = {"number": number, "day": full_date(signed_on, after.language)}
        return replace(
            after,
            title=_("Aanvulling op de overeenkomst"),
            clauses=tuple(one for one in after.clauses if known.get(one.code) != replace(one, number=0)),
            own_clauses=after.own_clauses if old["own_clauses"] != new["own_clauses"] else (),
            charter=after.charter if before.charter != after.charter else (),
            of=_("Bij versie %(number)s, getekend op %(day)s. Wat hier niet staat, blijft zoals het was.") % named,
            dropped=tuple(one.name for one in before.clauses if one.code not in left),
        )


def as_kept(text: AgreementText) -> dict[str, Any]:
    """The text as plain data."""
    return asdict(text)


def from_kept(kept: Mapping[str, Any]) -> AgreementText:
    """The text back from plain data."""
    first, second = (PartyText(**one) for one in kept["parties"])
    return AgreementText(
        language=kept["language"],
        title=kept["title"],
        parties=(first, second),
        clauses=tuple(
            ClauseText(**{**one, "legal": tuple(one["legal"]), "plain": tuple(one["plain"])}) for one in kept["clauses"]
        ),
        own_clauses=tuple(OwnClauseText(**one) for one in kept["own_clauses"]),
        charter=tuple(kept["charter"]),
        of=kept.get("of", ""),
        dropped=tuple(kept.get("dropped", ())),
    )


class _Sentences:
    """Chooses the sentences whose condition holds, and fills in what was agreed."""

    def __init__(self, content: Mapping[str, Any], parties: tuple[PartyText, PartyText]) -> None:
        self.content, self.language = content, str(content["language"])
        self.is_belgian = content["jurisdiction"] == "BE"
        self.values, self.codes = known_values(content)
        first, second = parties
        names = {"provider": first.name or first.role, "client": second.name or second.role}
        self.names = names | {side.capitalize(): _capital(name) for side, name in names.items()}

    def clauses(self) -> Iterator[ClauseText]:
        texts = clause_words(self.language)
        known = [one for one in self.content["clauses"] if one["code"] in texts]
        for number, one in enumerate(known, start=1):
            words = texts[one["code"]]
            yield ClauseText(
                code=str(one["code"]),
                number=number,
                name=str(words["name"]),
                legal=tuple(self._filled(words["text"])),
                plain=tuple(self._filled(words["plain"])),
                addition=str(one.get("addition", "")),
            )

    def _filled(self, sentences: Iterable[Words]) -> Iterator[str]:
        for one in sentences:
            if one["when"] is None or parse(one["when"]).holds(self.values, self.codes):
                text = (one.get("text_be") if self.is_belgian else None) or one["text"]
                filled = self._fill(str(text))
                if filled:
                    yield filled

    def _fill(self, text: str) -> str:
        """The sentence with its values; empty when one is not filled in."""
        names = [part[1] for part in Formatter().parse(text) if part[1] is not None]
        words = {name: self._said(name) for name in names}
        if not all(words.values()):
            return ""
        return _capital(text.format(**words))

    def _said(self, name: str) -> str:
        return self.names.get(name) or value_words(name, self.values.get(name), self.language)


def _capital(text: str) -> str:
    """The same with a capital first, for a word that begins a sentence."""
    return text[:1].upper() + text[1:]


def _party(content: Mapping[str, Any], side: str) -> PartyText:
    words = content["parties"][side]
    return PartyText(
        role=_role(str(content["kind"]), side),
        name=str(words.get("name") or ""),
        represented_by=str(words.get("represented_by") or ""),
        address=str(words.get("address") or ""),
    )


def _role(kind: str, side: str) -> str:
    if kind in PARTNERS:
        return _("de ene partner") if side == "provider" else _("de andere partner")
    return _("de opdrachtnemer") if side == "provider" else _("de opdrachtgever")

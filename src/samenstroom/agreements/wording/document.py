"""The text of an agreement: legal sentences per clause, each with a line in plain words.

Built once from the content files (`text_of`), kept in the version when it is put on the table (`as_kept`), and read from
there ever after (`agreement_text`). So what was signed never changes when a sentence in the content files gets better.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from samenstroom.agreements.models import AgreementVersion


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
    """The whole text, in the language of the agreement (which need not be that of who reads it)."""

    language: str
    title: str
    parties: tuple[PartyText, PartyText]
    clauses: tuple[ClauseText, ...]
    own_clauses: tuple[OwnClauseText, ...]
    charter: tuple[str, ...]


def agreement_text(version: AgreementVersion) -> AgreementText:
    """The text of a version as it was put on the table."""
    return from_kept(version.text or as_kept(text_of(version.content)))


def text_of(content: Mapping[str, Any]) -> AgreementText:
    """The text of an agreement document as it reads today."""
    raise NotImplementedError


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
    )

"""Fingerprints of what people sign: one canonical spelling of data, and a chain of acts that hold the one before."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Link:
    """One act in a trail: what it says, the digest of the act before it (empty for the first), and its own."""

    said: Mapping[str, Any]
    previous: str
    digest: str


def canonical(data: Any) -> bytes:
    """The same data always gives the same bytes: keys in order, no spaces, UTF-8; numbers only whole ones.

    Follows RFC 8785 for what an agreement document holds: texts, whole numbers, yes, no and nothing.
    """
    _refuse_fractions(data)
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode("utf-8")


def fingerprint(data: Any) -> str:
    """The SHA-256 of the canonical spelling, in hex."""
    return hashlib.sha256(canonical(data)).hexdigest()


def chained(said: Mapping[str, Any], previous: str) -> str:
    """The digest of an act that follows on the act with digest `previous`."""
    return fingerprint({"previous": previous, "said": said})


def is_whole(links: Iterable[Link]) -> bool:
    """Whether no act was changed, taken out or put in between."""
    before = ""
    for one in links:
        if one.previous != before or one.digest != chained(one.said, before):
            return False
        before = one.digest
    return True


def looks_like(typed: str, name: str) -> bool:
    """Whether a typed name resembles a name: they have a word in common, however it is capitalised or accented."""
    return bool(_words(typed) & _words(name))


def _words(name: str) -> set[str]:
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(one for one in plain if not unicodedata.combining(one))
    return {word for word in letters.replace("-", " ").replace(".", " ").split() if len(word) > 1}


def _refuse_fractions(data: Any) -> None:
    if isinstance(data, float):
        raise ValueError("a fraction has more than one spelling; write it as a text")
    if isinstance(data, Mapping):
        for value in data.values():
            _refuse_fractions(value)
    elif isinstance(data, list | tuple):
        for value in data:
            _refuse_fractions(value)

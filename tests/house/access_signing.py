"""Entries of signing: the pages behind both doors; verifying is for whoever holds a file."""

from __future__ import annotations

from collections.abc import Mapping

from tests.house.entries import EVERYBODY, Entry, Parts, at_first

SIGNING: tuple[Entry, ...] = (Entry("verify", EVERYBODY, post={"fingerprint": "0" * 64}),)

SIGNING_TABLE: Mapping[str, tuple[Parts, Mapping[str, str] | None, bool]] = {
    "agreement_sign": (at_first(number=9), {}, False),
    "agreement_decline": (at_first(number=9), {}, False),
    "agreement_pdf": (at_first(number=8), None, False),
    "agreement_trail": (at_first(number=8), None, False),
}

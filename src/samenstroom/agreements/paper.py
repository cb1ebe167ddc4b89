"""A signed version on paper: one tagged PDF with the agreement as data inside it.

The text is the one that was kept with the version, in its own language. What people wrote goes in as data, never as
part of the page description, so nothing they write can do anything.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from importlib import resources
from typing import Any, Literal

import typst
from django.conf import settings
from django.urls import reverse

from samenstroom import content
from samenstroom.agreements.models import AgreementVersion, Signature, TrailEvent
from samenstroom.agreements.queries.versions import place_of
from samenstroom.agreements.wording.document import ClauseText, from_kept
from samenstroom.kit import clock
from samenstroom.kit.dates import full_date
from samenstroom.rules.papers import canonical

STANDARDS: list[Literal["ua-1", "a-3a"]] = ["ua-1", "a-3a"]
"""Accessible for who reads with a screen reader, and readable in fifty years."""


def paper_of(version: AgreementVersion) -> bytes:
    """The PDF, not yet sealed. The same version always gives the same bytes."""
    links = list(TrailEvent.objects.filter(version=version).order_by("position").exclude(kind=TrailEvent.Kind.SEALED))
    signatures = list(version.signatures.select_related("party").order_by("position"))
    moment = version.signed_at or version.put_at
    made = typst.compile(
        _source(),
        format="pdf",
        ignore_system_fonts=True,
        sys_inputs={"paper": json.dumps(_page(version, signatures, links), ensure_ascii=False)},
        pdf_standards=[*STANDARDS],
        timestamp=int(moment.timestamp()),
    )
    assert isinstance(made, bytes)
    return made


def moment_in_words(moment: datetime, language: str) -> str:
    """`5 januari 2026, 10:00:00 (CET)`."""
    local = moment.astimezone(clock.AMSTERDAM)
    return f"{full_date(local.date(), language)}, {local:%H:%M:%S} ({local:%Z})"


@cache
def _source() -> bytes:
    return resources.files("samenstroom.agreements").joinpath("typst/paper.typ").read_bytes()


def _page(version: AgreementVersion, signatures: Sequence[Signature], links: Sequence[TrailEvent]) -> dict[str, Any]:
    text, language = version.text, str(version.text["language"])
    words = content.load("signing", language)
    names = {one.party_id: one for one in signatures}
    return {
        "language": language,
        "title": text["title"],
        "version": _label(version, words["paper"]),
        "of": str(text.get("of", "")),
        "dropped": list(text.get("dropped", ())),
        "authors": [str(one.typed_name) for one in signatures],
        "words": dict(words["paper"]),
        "check": words["paper"]["check"].format(address=settings.PUBLIC_URL + reverse("verify")),
        "parties": [{**one, "name": one["name"] or one["role"]} for one in text["parties"]],
        "clauses": list(_clauses(text)),
        "annexes": [_clause(one, words["paper"]["annex"]) for one in from_kept(text).annexes],
        "charter": list(text["charter"]),
        "signatures": [_signed(version, one, text, words, language) for one in names.values()],
        "level": list(words["level"]["lines"]),
        "fingerprint": str(links[0].said["fingerprint"]) if links else "",
        "trail": [_link(one, words, language) for one in links],
        **_attached(version, words["paper"]),
    }


def _label(version: AgreementVersion, words: Mapping[str, str]) -> str:
    if version.amends is None:
        return words["label"].format(number=version.number)
    return words["addendum_label"].format(place=place_of(version), number=version.amends.number)


def _attached(version: AgreementVersion, words: Mapping[str, str]) -> dict[str, str]:
    """The data inside: the whole document, or of an addendum what it changes and of which version."""
    if version.amends is None:
        told = {"name": "/agreement.json", "about": words["attached"]}
        return _with(told, version.content)
    change = {
        "format": "samenstroom-addendum", "version": 1, "number": version.number, "amends": version.amends.number,
        "change": version.change,
    }  # fmt: skip
    return _with({"name": "/addendum.json", "about": words["attached_change"]}, change)


def _with(told: Mapping[str, str], data: Mapping[str, Any]) -> dict[str, str]:
    return {"attached": canonical(data).decode(), **{f"attached_{key}": one for key, one in told.items()}}


def _clauses(text: Mapping[str, Any]) -> list[dict[str, Any]]:
    made = [_clause(one, "{number}. {name}") for one in from_kept(text).body]
    own = [
        {"title": f"{one['number']}. {one['title']}", "legal": [one["text"]], "plain": "", "addition": ""}
        for one in text["own_clauses"]
    ]
    return [*made, *own]


def _clause(one: ClauseText, title: str) -> dict[str, Any]:
    return {
        "title": title.format(number=one.number, name=one.name),
        "legal": list(one.legal),
        "plain": " ".join(one.plain),
        "addition": one.addition,
    }


def _signed(
    version: AgreementVersion, one: Signature, text: Mapping[str, Any], words: Mapping[str, Any], language: str
) -> dict[str, str]:
    party = text["parties"][0 if one.party_id == version.provider_id else 1]
    return {
        "name": str(one.typed_name),
        "role": party["name"] or party["role"],
        "when": moment_in_words(one.signed_at, language),
        "how": words["ways"][one.identified_by],
    }


def _link(one: TrailEvent, words: Mapping[str, Any], language: str) -> dict[str, str]:
    return {
        "when": moment_in_words(one.happened_at, language),
        "what": words["acts"][one.kind].format(name=one.said.get("name", "")),
        "digest": str(one.digest),
    }

"""Signing in words: what one agrees to, how the version stands, and the trail."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from samenstroom import content
from samenstroom.agreements.models import AgreementVersion, Signature, TrailEvent
from samenstroom.agreements.paper import moment_in_words
from samenstroom.agreements.wording.versions import key_terms


@dataclass(frozen=True)
class Act:
    """One act of the trail as people read it; `digest` is its link in the chain."""

    when: str
    what: str
    more: str
    digest: str


def signing_texts(language: str) -> Mapping[str, Any]:
    """The texts people read at length."""
    return content.load("signing", language)


def summary_of(version: AgreementVersion) -> list[dict[str, str]]:
    """What one is about to sign, in a few lines: who, what counts most, and how much there is to read."""
    parties = [one["name"] or one["role"] for one in version.text["parties"]]
    own = [one["title"] for one in version.text["own_clauses"]]
    count = len(version.text["clauses"]) + len(own)
    rows = [
        {"label": _("Tussen"), "text": _("%(one)s en %(other)s") % {"one": parties[0], "other": parties[1]}},
        *key_terms(version),
        {"label": _("Bepalingen"), "text": str(count)},
        {"label": _("Door jullie zelf geschreven"), "text": ", ".join(own)},
    ]
    return [row for row in rows if row["text"]]


def signature_rows(signatures: Sequence[Signature], language: str) -> list[dict[str, str]]:
    """Who signed so far, when, and how it was established that it was she."""
    ways = content.load("signing", language)["ways"]
    return [
        {
            "label": str(one.typed_name),
            "text": f"{moment_in_words(one.signed_at, language)}, {ways[one.identified_by]}",
        }
        for one in signatures
    ]


def trail_rows(events: Sequence[TrailEvent], language: str) -> list[Act]:
    """The trail, act by act."""
    words = content.load("signing", language)
    return [
        Act(
            when=moment_in_words(one.happened_at, language),
            what=words["acts"][one.kind].format(name=one.said.get("name", "")),
            more=_more(one, words),
            digest=str(one.digest),
        )
        for one in events
    ]


def _more(one: TrailEvent, words: Mapping[str, Any]) -> str:
    said = one.said
    if one.kind == TrailEvent.Kind.SIGNED.value:
        typed = {"name": said["typed_name"], "how": words["ways"][said["identified_by"]], "number": said["consent"]}
        return _("Getypte naam: %(name)s. Vastgesteld via: %(how)s. Akkoord met zin %(number)s.") % typed
    return str(said.get("reason", ""))

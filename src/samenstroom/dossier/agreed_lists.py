"""Agreements in a dossier: versions that lay on the table, and what one person writes and keeps for herself."""

from __future__ import annotations

from collections.abc import Mapping

from samenstroom.agreements.changing import becomes
from samenstroom.agreements.models import (
    AddendumDraft,
    AgreementDraft,
    AgreementVersion,
    KeptText,
    OwnFacts,
    Review,
    RuleAside,
)
from samenstroom.agreements.queries.addenda import addendum_draft_of, signed_addenda
from samenstroom.agreements.queries.drafts import draft_of
from samenstroom.agreements.queries.in_force import in_force_at
from samenstroom.agreements.queries.versions import base_of, versions_of, whole_content
from samenstroom.agreements.wording.addenda import what_differs, whole_text
from samenstroom.agreements.wording.differences import differences
from samenstroom.agreements.wording.document import agreement_text, text_of
from samenstroom.agreements.wording.versions import key_terms
from samenstroom.collaborations.visits import Visit

from .kept import Kept
from .negotiated_lists import NEGOTIATED, talk_reads
from .signed_lists import SIGNED, signing_reads


def _versions_read(visit: Visit) -> object:
    versions, base = versions_of(visit), base_of(visit)
    read = [
        (agreement_text(one), key_terms(one), signing_reads(visit, one), talk_reads(visit, one)) for one in versions
    ]
    changed = [what_differs(one) for one in versions if one.is_addendum]
    whole = whole_text(base, signed_addenda(versions, base)) if base else None
    return read, changed, whole, in_force_at(visit)


def _change_read(visit: Visit) -> object:
    change, base = addendum_draft_of(visit), base_of(visit)
    whole = whole_content(visit, base) if base else None
    return differences(whole, becomes(whole, change)) if whole and change else change


def _draft_read(visit: Visit) -> object:
    found = draft_of(visit)
    return text_of(found.content) if found else None


AGREED: Mapping[str, Kept] = {
    "agreement_versions": Kept(
        AgreementVersion,
        (
            "number",
            "way",
            "content",
            "change",
            "text",
            "put_at",
            "withdrawn_at",
            "declined_at",
            "signed_at",
            "replaced_at",
            "expires_on",
            "expired_at",
        ),
        ("put_at", "pk"),
        letter="v",
        seats=("put_by", "withdrawn_by"),
        parties=("provider",),
        earlier={"amends": "agreement_versions"},
        left_out={"is_read_in": "the file says it by being a file"},
        made={"is_read_in": lambda: True},
        inside={**SIGNED, **NEGOTIATED},
        must_read=_versions_read,
    ),
    "reviews_held": Kept(
        Review,
        ("outcome", "words", "looked_on", "said_at", "agreed_at", "noted_at", "withdrawn_at"),
        ("said_at", "pk"),
        seats=("said_by", "agreed_by"),
    ),
}

OWN_AGREED: Mapping[str, Kept] = {
    "agreement_draft": Kept(
        AgreementDraft, ("content", "beside", "started_at", "changed_at"), ("pk",), must_read=_draft_read
    ),
    "addendum_draft": Kept(AddendumDraft, ("change", "started_at", "changed_at"), ("pk",), must_read=_change_read),
    "own_facts": Kept(OwnFacts, ("facts", "changed_at"), ("pk",)),
    "texts_read": Kept(KeptText, ("text", "kept_at"), ("kept_at", "pk")),
    "rules_aside": Kept(RuleAside, ("rule", "reason", "values", "aside_at"), ("aside_at", "pk")),
}

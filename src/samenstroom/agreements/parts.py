"""How each part of a version reads: what it says as data, and the sentences that come of it.

A yes is a yes to exactly that. So a yes to one version also counts in a later one, as long as the part reads the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from samenstroom.agreements.models import AgreementVersion, ClauseProposal
from samenstroom.rules.agreement.proposing import is_own, parts_of, same_part

Reading = Mapping[str, Any]
MADE = AgreementVersion.Way.MADE.value


def readings(version: AgreementVersion) -> dict[str, Any]:
    """Part -> how it reads in this version. A fact or a name that changes, changes the sentences of a clause too."""
    kept = version.text.get("clauses", ()) if version.text else ()
    sentences = {one["code"]: [list(one["legal"]), list(one["plain"])] for one in kept}
    return {part: [value, sentences.get(part)] for part, value in parts_of(version.content).items()}


def part_in(new: Reading, old: Reading, part: str) -> str | None:
    """The name in the new version of a part of an old one that reads the same there; None when it does not."""
    reads = old.get(part)
    if reads is None:
        return None
    if is_own(part):
        return next((name for name, one in new.items() if is_own(name) and one == reads), None)
    return part if new.get(part) == reads else None


def is_negotiable(version: AgreementVersion) -> bool:
    """It lies open, and there is a text to talk about."""
    return version.is_open and version.way == MADE and bool(version.text)


def proposal_part(version: AgreementVersion, proposal: ClauseProposal) -> str | None:
    """The name in this version of the part a proposal is about; None when the part reads otherwise there."""
    wanted, there = proposal.wanted, parts_of(version.content)
    if wanted.before is None:
        return None if wanted.part in there else wanted.part
    return same_part(there, wanted.part, wanted.before)


def name_in(version: AgreementVersion, old: AgreementVersion, part: str) -> str | None:
    """The name in this version of a part of an older one that reads the same; None when it reads otherwise by now.

    What is only proposed, and stands in neither, keeps its name.
    """
    new, was = readings(version), readings(old)
    if part not in was:
        return None if part in new else part
    return part_in(new, was, part)

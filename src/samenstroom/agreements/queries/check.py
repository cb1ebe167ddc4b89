"""What the check finds in an agreement document. What is private to one person comes in by her hand alone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from samenstroom.agreements.rulebook import rates, rulebook
from samenstroom.agreements.terms import document_from, merged, typed
from samenstroom.rules.agreement.checking import CheckFinding, check, fixed
from samenstroom.rules.agreement.terms import Value

Content = Mapping[str, Any]


def findings_in(
    content: Content, *, own_facts: Mapping[str, Any], today: date, is_signed: bool | None = None
) -> tuple[CheckFinding, ...]:
    """Every remark about this document; without facts of her own the rules that need them are silent."""
    own = {name: typed(name, value) for name, value in own_facts.items()}
    derived = derived_on(content, today) | {"signed_by_all": is_signed}
    return check(document_from(content), rulebook(), own_facts=own, derived=derived, today=today)


def derived_on(content: Content, today: date) -> dict[str, Value | None]:
    """What the app knows by itself: the statutory interest of today."""
    rate = rates().on(str(content["jurisdiction"]), today)
    return {"statutory_interest_percent": rate.percent if rate else None}


def content_after_fix(content: Content, rule: str) -> dict[str, Any] | None:
    """The document as this rule would put it right; None when no such rule can."""
    found = next((one for one in rulebook().rules if one.id == rule and one.fix), None)
    return merged(content, fixed(document_from(content), found)) if found else None

"""What somebody privately keeps about what they agree: drafts, a lawyer, texts of elsewhere, and if it ever stops."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext as _

from samenstroom.agreements.changing import becomes
from samenstroom.agreements.queries.addenda import addendum_draft_of
from samenstroom.agreements.queries.drafts import draft_of
from samenstroom.agreements.queries.lawyers import reviews_of
from samenstroom.agreements.queries.readings import kept_texts
from samenstroom.agreements.queries.versions import base_of, whole_content
from samenstroom.agreements.wording.differences import differences
from samenstroom.agreements.wording.document import text_of
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock
from samenstroom.planning.queries.exit_plans import own_exit_plan_of
from samenstroom.planning.wording.exit_plans import exit_rows

from .insight_part import KeptLine, KeptPart, together


def agreement_draft(visit: Visit) -> KeptPart:
    """The agreement she writes."""
    found = draft_of(visit)
    text = text_of(found.content) if found else None
    lines = [KeptLine(together((one.name, *one.legal, one.addition))) for one in text.clauses] if text else []
    return KeptPart("concept", _("De overeenkomst die je schrijft"), lines)


def change_draft(visit: Visit) -> KeptPart:
    """The part of an agreement she wants to change."""
    change, base = addendum_draft_of(visit), base_of(visit)
    whole = whole_content(visit, base) if base else None
    found = differences(whole, becomes(whole, change)) if whole and change else ()
    lines = [KeptLine(together((one.name, *one.after))) for one in found]
    return KeptPart("verandering", _("Wat je in de overeenkomst wilt veranderen"), lines)


def lawyers(visit: Visit) -> KeptPart:
    """Whom she asked to read along, what she wrote, and what came back."""
    lines = [
        KeptLine(
            together((str(one.name), str(one.words), *(f"{said.words} {said.proposal}" for said in one.remarks.all()))),
            clock.day_of(one.asked_at),
        )
        for one in reviews_of(visit)
    ]
    return KeptPart("jurist", _("De jurist die meeleest"), lines)


def texts_read(visit: Visit) -> KeptPart:
    """Texts of agreements made elsewhere that she read and kept."""
    lines = [KeptLine(one.text, clock.day_of(one.kept_at)) for one in kept_texts(visit)]
    return KeptPart("teksten", _("Teksten van ergens anders die je bewaarde"), lines)


def if_it_stops(visit: Visit) -> KeptPart:
    """What she does if it ever stops."""
    lines = [KeptLine(together((row["label"], row["text"]))) for row in exit_rows("own", own_exit_plan_of(visit))]
    return KeptPart("als-het-stopt", _("Wat jij doet als het stopt"), lines)


AGREED: tuple[Callable[[Visit], KeptPart], ...] = (agreement_draft, change_draft, lawyers, texts_read, if_it_stops)
"""One function for each noun; each gives only what is hers."""

"""After the end: everything at the table can be read, and nothing new is done there. One guard for all pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.queries.partings import closed_on
from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language
from samenstroom.rules.visibility import Circle

from .access import line_if_there
from .page import go

Page = Callable[..., HttpResponse]
May = Callable[[HttpRequest, Visit, Mapping[str, Any]], bool]

STAYS_POSSIBLE = frozenset({
    "finding", "dossier", "checkin_free", "conflict_file",
    "thanks_note", "thanks_share", "thanks_reference",
    "testimonial", "testimonial_release", "testimonial_answer",
    "companion_answer",
    "link_make", "link_withdraw", "fresh_seat", "colleague", "colleague_stop",
    "ending_close", "ending_keep", "ending_keep_agree", "ending_questions",
    "retrospective_together", "retrospective_answer", "retrospective_stop",
})  # fmt: skip
"""What is hers alone to do, taking it along, the way in for both, and looking back and thanking.

Closing twice is harmless by itself.
"""


def _writes_for_herself(request: HttpRequest, visit: Visit, _parts: Mapping[str, Any]) -> bool:
    return visit.person.has_account and request.POST.get("circle") == Circle.PRIVATE.value


def _takes_back_her_own(_request: HttpRequest, visit: Visit, parts: Mapping[str, Any]) -> bool:
    line = line_if_there(visit, parts["line"])
    return line is not None and line.circle == Circle.PRIVATE.value


PRIVATE_WHEN: Mapping[str, May] = {"log_add": _writes_for_herself, "log_withdraw": _takes_back_her_own}
"""Pages where it depends on what is sent whether anybody else sees it."""


def after_the_end(page: Page, name: str) -> Page:
    """Answer an act at a closed table with a calm word; reading, and what is one's own, go on."""

    @wraps(page)
    def reading(request: HttpRequest, visit: Visit, **parts: Any) -> HttpResponse:
        if request.method != "POST" or name in STAYS_POSSIBLE:
            return page(request, visit, **parts)
        day = closed_on(visit)
        if day is None or (name in PRIVATE_WHEN and PRIVATE_WHEN[name](request, visit, parts)):
            return page(request, visit, **parts)
        words = {"day": full_date(day, language())}
        messages.info(request, _("Afgerond op %(day)s. Alles blijft leesbaar, er verandert niets meer.") % words)
        return go(request, "ending", visit)

    return reading

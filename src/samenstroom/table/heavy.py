"""Heavy acts, behind both doors: who did one very often reads when it can again, and keeps what she typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from samenstroom.accounts.heavy import count_heavy
from samenstroom.accounts.throttle import TooManyTriesError
from samenstroom.kit import clock
from samenstroom.kit.dates import moment_words
from samenstroom.kit.language import language

if TYPE_CHECKING:
    from samenstroom.accounts.models import Person

TOO_MANY_REQUESTS = 429


def too_often(request: HttpRequest, person: Person, what: str) -> bool:
    """Counts this act of hers. When it was done very often, the page says so and the act waits."""
    try:
        count_heavy(what=what, person=person, now=clock.now())
    except TooManyTriesError as stopped:
        moment = moment_words(stopped.retry_at, language())
        messages.info(request, _("Dit deed je vaak achter elkaar. Op %(moment)s kan het weer.") % {"moment": moment})
        return True
    return False

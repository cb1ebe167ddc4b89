"""What the agreed notice means for the last day, in one sentence."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.queries.agreed_notice import agreed_notice
from samenstroom.kit.dates import full_date, long_date
from samenstroom.kit.language import language
from samenstroom.rules.notice import last_day

from .farewells import notice_words


def agreed_notice_words(visit: Visit, told_on: date) -> str:
    """When she tells it on this day, the earliest last day by the agreement; empty when no notice was agreed."""
    notice = agreed_notice(visit)
    if notice is None:
        return ""
    words = {
        "term": notice_words(notice),
        "told": long_date(told_on, language()),
        "last": full_date(last_day(told_on, notice), language()),
    }
    return (
        _(
            "In jullie overeenkomst staat een opzegtermijn van %(term)s. "
            "Vertel je het op %(told)s, dan is de laatste dag op zijn vroegst %(last)s."
        )
        % words
    )

"""The line of one's own check-ins, as a chart with one side."""

from __future__ import annotations

from django.utils.translation import gettext as _

from samenstroom.kit.charts import Trend
from samenstroom.kit.dates import long_date, short_date
from samenstroom.kit.language import language
from samenstroom.rules.dimensions import FLOW

from .queries import OwnView
from .wording import item_name


def own_trend(view: OwnView) -> Trend | None:
    """How it flowed for her, over her own check-ins; None with fewer than two."""
    done = tuple(reversed(view.done))
    if len(done) < 2:
        return None
    days = [one.answered_on for one in done]
    return Trend(
        labels=[short_date(day, language()) for day in days],
        long_labels=[long_date(day, language()) for day in days],
        mine=[one.values.get(FLOW) for one in done],
        theirs=None,
        my_name=_("Jij"),
        caption=_("Zo stroomde het voor jou."),
        subject=item_name(FLOW),
    )

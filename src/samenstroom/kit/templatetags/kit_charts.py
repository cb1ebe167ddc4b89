"""Charts in templates: from one data object to the picture, the legend and the table."""

from typing import Any

from django.utils.translation import gettext, gettext_lazy

from samenstroom.kit.charts import Compass, GapRows, Trend, Weave

# One scale everywhere, from 1 to 5.
STEP_WORDS = (
    gettext_lazy("stroef"),
    gettext_lazy("wisselend"),
    gettext_lazy("het gaat"),
    gettext_lazy("goed"),
    gettext_lazy("heel goed"),
)


def step_word(value: int | None) -> str:
    """The word of a step from 1 to 5; for nothing said: that it was not filled in."""
    return str(STEP_WORDS[value - 1]) if value else gettext("niet ingevuld")


def trend(chart: Trend, plain: bool = False) -> dict[str, Any]:
    """``{% trend chart %}``: lines over time. ``plain`` leaves out the sheet around it."""
    return {"chart": chart, "plain": plain, "words": STEP_WORDS[::-1]}


def compass(chart: Compass, plain: bool = False) -> dict[str, Any]:
    """``{% compass chart %}``: spokes where there is room, rows where there is not."""
    return {"chart": chart, "plain": plain, "words": STEP_WORDS}


def gap_rows(chart: GapRows, plain: bool = False) -> dict[str, Any]:
    """``{% gap_rows chart %}``: the same points as rows at every width."""
    return {"chart": chart, "plain": plain, "words": STEP_WORDS}


def weave(chart: Weave) -> dict[str, Any]:
    """``{% weave chart %}``: an impression without a table; the sentence on the card carries the meaning."""
    return {"chart": chart}

"""The page after the envelopes, as one record: words, gaps, charts and a guide for the talk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from samenstroom import content
from samenstroom.collaborations.visits import Visit
from samenstroom.kit.charts import Compass, GapRows, Point, Trend
from samenstroom.kit.dates import long_date, short_date
from samenstroom.kit.language import language
from samenstroom.rules import gaps as rule
from samenstroom.rules.dimensions import FLOW, Dimension

from .queries import ReadAnswer, RoundView
from .wording import item_label, item_name, side_name, step_label


@dataclass(frozen=True)
class GuideStep:
    """One step of the talk: what it is called and a sentence to start with."""

    title: str
    words: str


@dataclass(frozen=True)
class Topic:
    """What to talk about first: headline without blame, a guide, and suggestions for a repair."""

    item: str
    title: str
    headline: str
    explain: str
    steps: tuple[GuideStep, ...]
    suggestions: tuple[str, ...]
    is_gap: bool


@dataclass(frozen=True)
class Voice:
    """Someone's words in a bubble: whose side, whose first name, what stands above them."""

    side: str
    name: str
    who: str
    text: str


@dataclass(frozen=True)
class Reveal:
    """Everything the opened round shows one person."""

    lead: str
    flow: tuple[Voice, ...]
    thanks: tuple[Voice, ...]
    remarks: tuple[Voice, ...]
    kept_remark: str
    guess: str
    topic: Topic | None
    good: tuple[str, ...]
    compass: Compass
    trend: Trend | None


def build_reveal(visit: Visit, view: RoundView, rounds: Sequence[RoundView], *, is_mine: bool) -> Reveal:
    """Make the record for an opened round; `rounds` are all rounds of this table, for the line over time.

    `is_mine` says that this very person wrote the answer of her side: a guess is told to nobody else.
    """
    assert view.mine is not None and view.theirs is not None, "only an opened round is revealed"
    found = rule.gaps(view.mine.values, view.theirs.values)
    topic = _topic(visit, found)
    return Reveal(
        lead=_lead(found),
        flow=_flow(visit, view.mine, view.theirs),
        thanks=_thanks(visit, view.mine, view.theirs),
        remarks=_remarks(visit, view.mine, view.theirs),
        kept_remark="" if view.mine.remark_shared else view.mine.remark,
        guess=_guess(visit, view) if is_mine else "",
        topic=topic,
        good=tuple(text for text in _good(found) if topic is None or text != topic.headline),
        compass=_seven_rows(visit, view, found, Compass),
        trend=trend_of(visit, rounds, topic.item if topic else FLOW, until=view.round.number),
    )


def _flow(visit: Visit, mine: ReadAnswer, theirs: ReadAnswer) -> tuple[Voice, ...]:
    own = _("Stroomt het? Jij:") if visit.speaks else _("Stroomt het? %(name)s:") % {"name": mine.name}
    other = _("Stroomt het? %(name)s:") % {"name": visit.other_name}
    return (
        Voice("self", mine.name, own, capfirst(step_label(mine.values.get(FLOW)))),
        Voice("other", visit.other_name, other, capfirst(step_label(theirs.values.get(FLOW)))),
    )


def _thanks(visit: Visit, mine: ReadAnswer, theirs: ReadAnswer) -> tuple[Voice, ...]:
    """The other's words first: that is what one has not read yet."""
    words = {"name": visit.other_name, "me": mine.name}
    over_me = _("%(name)s over jou") if visit.speaks else _("%(name)s over %(me)s")
    by_me = _("Jij over %(name)s") if visit.speaks else _("%(me)s over %(name)s")
    both = (
        Voice("other", visit.other_name, over_me % words, theirs.appreciation),
        Voice("self", mine.name, by_me % words, mine.appreciation),
    )
    return tuple(voice for voice in both if voice.text)


def _remarks(visit: Visit, mine: ReadAnswer, theirs: ReadAnswer) -> tuple[Voice, ...]:
    """What each wanted to bring up, as far as its writer shared it."""
    both = (
        Voice("other", visit.other_name, visit.other_name, theirs.remark if theirs.remark_shared else ""),
        Voice("self", mine.name, side_name(visit), mine.remark if mine.remark_shared else ""),
    )
    return tuple(voice for voice in both if voice.text)


Rows = TypeVar("Rows", bound=GapRows)


def _seven_rows(visit: Visit, view: RoundView, found: Sequence[rule.Gap], chart: type[Rows]) -> Rows:
    """The seven with both sides, largest difference first, as rows or on spokes."""
    return chart(
        rows=_points(view, found),
        my_name=side_name(visit),
        their_name=visit.other_name,
        caption=_close_caption(found),
        subject=_("Jullie antwoorden op zeven punten"),
    )


def _seven(view: RoundView) -> list[Point]:
    mine = view.mine.values if view.mine else {}
    theirs = view.theirs.values if view.theirs else {}
    return [Point(item_name(d.value), mine.get(d.value), theirs.get(d.value)) for d in Dimension]


def _points(view: RoundView, found: Sequence[rule.Gap]) -> list[Point]:
    """The seven as rows, largest difference first, then what one of both left open."""
    ordered = [gap.item for gap in found if gap.item != FLOW]
    ordered += [d.value for d in Dimension if d.value not in ordered]
    by_name = {d.value: point for d, point in zip(Dimension, _seven(view), strict=True)}
    return [by_name[item] for item in ordered]


def _lead(found: Sequence[rule.Gap]) -> str:
    words = content.load("gaps", language())["overall"]
    if len(found) < 3:
        return str(words["too_few"])
    large = sum(gap.label == rule.GapSize.LARGE for gap in found)
    return str(words[("all_close", "one_gap", "some_gaps")[min(large, 2)]])


def _topic(visit: Visit, found: Sequence[rule.Gap]) -> Topic | None:
    """The largest gap; without one, what weighs on both; otherwise what goes well for both."""
    first = rule.largest(found)
    if first is not None and first.size > 0:
        return _topic_of(visit, first, "gap")
    if low := rule.both_low(found):
        return _topic_of(visit, low[0], "both_low")
    if high := rule.both_high(found):
        return _topic_of(visit, high[0], "both_high")
    return None


def _topic_of(visit: Visit, gap: rule.Gap, kind: str) -> Topic:
    words = content.load("gaps", language())
    texts = next(one for one in words["topics"] if one["id"] == gap.item)
    is_gap = kind == "gap"
    headline = texts[kind].format(name=visit.other_name, theirs=step_label(gap.theirs), mine=step_label(gap.mine))
    return Topic(
        item=gap.item,
        title=texts["title"] if is_gap else item_name(gap.item),
        headline=headline,
        explain=texts["explain"] if is_gap else "",
        steps=tuple(GuideStep(words["moves"][key], text) for key, text in texts["guide"].items()),
        suggestions=tuple(one["text"] for one in texts["repairs"]),
        is_gap=is_gap,
    )


def _good(found: Sequence[rule.Gap]) -> tuple[str, ...]:
    topics = {one["id"]: one for one in content.load("gaps", language())["topics"]}
    return tuple(topics[gap.item]["both_high"] for gap in rule.both_high(found))[:2]


def _guess(visit: Visit, view: RoundView) -> str:
    """What she thought the other would say, next to what the other said."""
    if view.mine is None or view.theirs is None or view.mine.guess is None:
        return ""
    said = view.theirs.values.get(FLOW)
    if said is None:
        return ""
    distance = abs(view.mine.guess - said)
    words = content.load("checkin", language())["guess"]
    text = words["same" if distance == 0 else "close" if distance == 1 else "different"]
    return str(text.format(guess=step_label(view.mine.guess), name=visit.other_name, theirs=step_label(said)))


def _close_caption(found: Sequence[rule.Gap]) -> str:
    seven = [gap for gap in found if gap.item != FLOW]
    if not seven:
        return _("Er is nog weinig om naast elkaar te leggen.")
    close = sum(gap.label != rule.GapSize.LARGE for gap in seven)
    if close == len(seven):
        return _("Op alles wat jullie allebei invulden, zitten jullie dicht bij elkaar.")
    return _("Op %(close)s van de %(all)s punten zitten jullie dicht bij elkaar.") % {
        "close": close, "all": len(seven),
    }  # fmt: skip


def trend_of(visit: Visit, rounds: Sequence[RoundView], item: str, *, until: int | None = None) -> Trend | None:
    """Both lines on one item over the opened rounds; None with fewer than two moments from both."""
    known = [one for one in reversed(rounds) if not one.is_open and (until is None or one.round.number <= until)]
    if sum(one.is_revealed for one in known) < 2:
        return None
    mine = [_opened_value(one, one.mine, item) for one in known]
    theirs = [_opened_value(one, one.theirs, item) for one in known]
    days = [one.round.opened_on for one in known]
    return Trend(
        labels=[short_date(day, language()) for day in days],
        long_labels=[long_date(day, language()) for day in days],
        mine=mine,
        theirs=theirs,
        my_name=side_name(visit),
        their_name=visit.other_name,
        caption=_trend_caption(visit, item, mine, theirs),
        subject=item_name(item),
    )


def _opened_value(view: RoundView, answer: ReadAnswer | None, item: str) -> int | None:
    return answer.values.get(item) if view.is_revealed and answer else None


def _trend_caption(visit: Visit, item: str, mine: Sequence[int | None], theirs: Sequence[int | None]) -> str:
    """One sentence: how the two last moments of both compare with the first."""
    own, other = [v for v in mine if v is not None], [v for v in theirs if v is not None]
    words = {"item": item_label(item), "name": visit.other_name}
    if len(own) < 2 or len(other) < 2:
        return _("Zo ging het over %(item)s.") % words
    apart_before, apart_now = abs(own[0] - other[0]), abs(own[-1] - other[-1])
    if apart_now >= apart_before + 1:
        return _("Over %(item)s lopen jullie lijnen uit elkaar.") % words
    if apart_now + 1 <= apart_before:
        return _("Over %(item)s komen jullie lijnen dichter bij elkaar.") % words
    if own[-1] < own[0] and other[-1] < other[0]:
        return _("Over %(item)s gaat het voor jullie allebei stroever dan in het begin.") % words
    if own[-1] > own[0] and other[-1] > other[0]:
        return _("Over %(item)s gaat het voor jullie allebei beter dan in het begin.") % words
    return _("Over %(item)s lopen jullie lijnen gelijk op.") % words


def latest_rows(visit: Visit, rounds: Sequence[RoundView]) -> GapRows | None:
    """The seven of the latest opened round, largest difference first; None before the first one."""
    latest = next((one for one in rounds if one.is_revealed and one.mine and one.theirs), None)
    if latest is None or latest.mine is None or latest.theirs is None:
        return None
    found = rule.gaps(latest.mine.values, latest.theirs.values)
    return _seven_rows(visit, latest, found, GapRows)

"""Words around a trial project: what is proposed, who agreed, what each can do, and how both look back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from samenstroom import content
from samenstroom.collaborations.visits import Visit
from samenstroom.collaborations.wording import money
from samenstroom.exploring.models import Trial
from samenstroom.exploring.queries.trials import TrialView, trials_of
from samenstroom.exploring.weighed import Lean, Weighed
from samenstroom.kit import clock
from samenstroom.kit.dates import full_date, long_date
from samenstroom.kit.language import language
from samenstroom.kit.numbers import as_typed
from samenstroom.rules.trials import Pay, TrialState, total
from samenstroom.rules.visibility import Circle

LOW, HIGH = 2, 4


def trial_texts() -> Mapping[str, Any]:
    """The words around a trial project."""
    return content.load("trial", language())


def evaluation_texts(visit: Visit) -> Mapping[str, Any]:
    """The questions of looking back, with the name of the other in them."""
    texts = trial_texts()["evaluation"]
    return {**texts, "go_on_question": texts["go_on_question"].format(name=visit.other_name)}


def step_words() -> list[str]:
    """`Stroef` to `Heel goed`."""
    return [str(one["label"]) for one in content.load("checkin", language())["scale"]]


@dataclass(frozen=True)
class Act:
    """One button under the trial project."""

    do: str
    label: str
    is_main: bool


@dataclass(frozen=True)
class TrialPage:
    """The trial project in words, for who looks."""

    public_id: str
    scope: str
    title: str
    say: str
    rows: Sequence[Mapping[str, str]]
    questions: Sequence[str]
    advice: str
    acts: Sequence[Act]
    look: str


def trial_page(visit: Visit, view: TrialView) -> TrialPage:
    """One trial project, with what she can do now."""
    trial = view.trial
    title, say = _standing(visit, view)
    return TrialPage(
        public_id=trial.public_id,
        scope=trial.scope,
        title=title,
        say=say,
        rows=[{"label": _("Wanneer"), "text": period_words(trial)}, {"label": _("Betaling"), "text": pay_words(trial)}],
        questions=trial.questions,
        advice=trial_texts()["unpaid"] if trial.pay == Pay.UNPAID else "",
        acts=_acts(visit, view) if visit.speaks else (),
        look=_look(visit, view),
    )


def period_words(trial: Trial) -> str:
    """`van 3 maart 2026 tot en met 17 maart 2026`."""
    words = {"start": full_date(trial.starts_on, language()), "end": full_date(trial.ends_on, language())}
    return _("%(start)s tot en met %(end)s") % words


def pay_words(trial: Trial) -> str:
    """`€ 450`, or `6 uur voor € 75 per uur, samen € 450`."""
    price, hours, rate = (Decimal(text) if text else None for text in (trial.price, trial.hours, trial.rate))
    whole = total(Pay(trial.pay), price, hours, rate)
    if trial.pay == Pay.UNPAID or whole is None:
        return _("Onbetaald")
    if hours is None or rate is None:
        return money(whole)
    words = {"hours": as_typed(hours, language()), "rate": money(rate), "whole": money(whole)}
    return _("%(hours)s uur voor %(rate)s per uur, samen %(whole)s") % words


def _standing(visit: Visit, view: TrialView) -> tuple[str, str]:
    """A heading and one sentence: where it stands and who said yes."""
    name = {"name": visit.other_name}
    titles = {
        TrialState.PROPOSED: _("Er ligt een voorstel"),
        TrialState.AHEAD: _("Het proefproject staat klaar"),
        TrialState.RUNNING: _("Het proefproject loopt"),
        TrialState.OVER: _("Het proefproject is klaar"),
        TrialState.EVALUATED: _("Jullie keken allebei terug"),
    }
    title = titles.get(view.state, "")
    if view.is_unconfirmed:
        return title, _noted(visit, view)
    if view.is_proposed and view.i_proposed:
        return title, _("Jij stelde dit voor. %(name)s zegt nog ja of nee.") % name
    if view.is_proposed:
        return title, _("%(name)s stelde dit voor. Past het? Zeg dan ja, of stel iets anders voor.") % name
    return title, _("Jij en %(name)s zijn het eens.") % name


def _noted(visit: Visit, view: TrialView) -> str:
    seat = view.trial.outside_by
    mine = seat is not None and seat.party_id == visit.party.pk
    words = {"who": seat.first_name if seat else "", "name": visit.other_name if mine else visit.my_name}
    return _("Genoteerd door %(who)s, nog niet bevestigd door %(name)s.") % words


def _acts(visit: Visit, view: TrialView) -> tuple[Act, ...]:
    if view.state is TrialState.EVALUATED or view.is_done:
        return (Act("agree", _("Ja, dit spraken we af"), is_main=False),) if _can_confirm(view) else ()
    if view.is_proposed and not view.i_proposed:
        return (
            Act("agree", _("Ja, dit doen we"), is_main=True),
            Act("drop", _("Liever niet"), is_main=False),
        )
    drop = Act("drop", _("Haal van tafel"), is_main=False)
    if view.is_proposed:
        outside = Act("outside", _("We spraken dit al af, buiten de app"), is_main=True)
        return (drop,) if visit.takes_part else (outside, drop)
    confirm = (Act("agree", _("Ja, dit spraken we af"), is_main=True),) if _can_confirm(view) else ()
    return (*confirm, Act("finish", _("Het is klaar"), is_main=not confirm), drop)


def _can_confirm(view: TrialView) -> bool:
    return view.is_unconfirmed and not view.i_proposed


def _look(visit: Visit, view: TrialView) -> str:
    """What stands on the way to looking back; empty while there is nothing to look back on."""
    if view.state is TrialState.EVALUATED:
        return _("Lees wat jullie allebei schreven")
    if view.state is not TrialState.OVER or not visit.speaks:
        return ""
    return _("Bekijk je antwoorden") if view.i_looked_back else _("Kijk terug: hoe ging het?")


def row_words(visit: Visit, view: TrialView | None) -> tuple[str, str]:
    """One sentence about it on the page of the collaboration, and whose turn it is: `now` for her, else empty."""
    name = {"name": visit.other_name}
    if view is None:
        return _("Probeer het eerst, klein en betaald."), ""
    if view.waits_for_yes:
        return _("%(name)s stelt een proefproject voor. Lees het en zeg of het past.") % name, "now"
    if view.is_proposed:
        return _("Voorgesteld. %(name)s zegt nog ja of nee.") % name, ""
    if view.is_running_on:
        return _("Het loopt tot en met %(day)s.") % {"day": long_date(view.trial.ends_on, language())}, ""
    if view.state is TrialState.EVALUATED:
        return _("Jullie keken allebei terug. Lees wat jullie schreven."), ""
    if view.waits_for_look_back:
        return _("Het is klaar. Kijk terug: hoe ging het?"), "now"
    return _("Jij keek terug. %(name)s nog niet. Dat mag.") % name, ""


@dataclass(frozen=True)
class Side:
    """What one of both said to one question."""

    side: str
    name: str
    who: str
    text: str


@dataclass(frozen=True)
class Compared:
    """One question with what both said, mine first."""

    title: str
    sides: Sequence[Side]


def compared(visit: Visit, view: TrialView) -> list[Compared]:
    """Both answers next to each other, text next to text; with only her own answer, hers alone."""
    if view.evaluation is None:
        return []
    answers = [("self", view.evaluation.mine), ("other", view.evaluation.theirs)]
    texts = evaluation_texts(visit)
    rows = [(question, _found(number)) for number, question in enumerate(view.trial.questions)]
    rows += [(theme["label"], _theme(theme["id"])) for theme in texts["themes"]]
    rows += [(texts["themes_words"], _plain("themes_words")), (texts["go_on_question"], _go_on(texts))]
    found = [
        Compared(title, [_side(visit, side, text) for side, said in answers if said and (text := read(said))])
        for title, read in rows
    ]
    return [one for one in found if one.sides]


def _side(visit: Visit, side: str, text: str) -> Side:
    is_mine = side == "self"
    return Side(side, visit.my_name if is_mine else visit.other_name, _("Jij") if is_mine else visit.other_name, text)


def _found(number: int) -> Any:
    return lambda said: next(iter(said.get("found", [])[number : number + 1]), "")


def _theme(theme: str) -> Any:
    def words(said: Mapping[str, Any]) -> str:
        step = said.get("themes", {}).get(theme)
        return step_words()[step - 1] if step else ""

    return words


def _plain(key: str) -> Any:
    return lambda said: said.get(key, "")


def _go_on(texts: Mapping[str, Any]) -> Any:
    labels = {one["id"]: one["label"] for one in texts["go_on"]}

    def words(said: Mapping[str, Any]) -> str:
        return "\n".join(part for part in (labels.get(said.get("go_on", ""), ""), said.get("go_on_words", "")) if part)

    return words


def weighed_trial(visit: Visit) -> list[Weighed]:
    """How trial projects went, for when she decides: her own words also while the other did not look back."""
    return [line for view in trials_of(visit) for line in _weighed(visit, view)]


def _weighed(visit: Visit, view: TrialView) -> list[Weighed]:
    evaluation = view.evaluation
    if evaluation is None:
        return []
    texts = evaluation_texts(visit)
    circle = Circle.SHARED if evaluation.is_revealed else Circle.PRIVATE
    parts = (("collaboration", visit.collaboration.public_id),)
    mine = evaluation.mine or {}
    lines = [_went_on(texts, mine, "line", visit), *_themes(texts, mine)]
    if evaluation.is_revealed:
        lines.append(_went_on(texts, evaluation.theirs or {}, "theirs", visit))
    source = _("Proefproject, %(day)s") % {"day": full_date(_last_day(view.trial), language())}
    return [Weighed(lean, text, source, circle, page="trial", parts=parts) for lean, text in lines if text]


def _last_day(trial: Trial) -> Any:
    return clock.day_of(trial.finished_at) if trial.finished_at else trial.ends_on


def _went_on(texts: Mapping[str, Any], said: Mapping[str, Any], key: str, visit: Visit) -> tuple[Lean, str]:
    for one in texts["go_on"]:
        if one["id"] == said.get("go_on"):
            return Lean(one["lean"]), one[key].format(name=visit.other_name)
    return Lean.OPEN, ""


def _themes(texts: Mapping[str, Any], said: Mapping[str, Any]) -> list[tuple[Lean, str]]:
    steps = said.get("themes", {})
    lines = []
    for theme in texts["themes"]:
        step = steps.get(theme["id"])
        if step and step <= LOW:
            lines.append((Lean.AGAINST, texts["low"].format(theme=theme["label"].lower())))
        elif step and step >= HIGH:
            lines.append((Lean.FOR, texts["high"].format(theme=theme["label"].lower())))
    return lines

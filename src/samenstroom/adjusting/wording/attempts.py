"""Repair attempts in words: what lies there, what each can do with it, and what fits after both have said how it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from samenstroom import content
from samenstroom.adjusting.models import OwnAttempt
from samenstroom.adjusting.queries.attempts import AttemptView
from samenstroom.collaborations.visits import Visit
from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language
from samenstroom.rules.attempts import Said, pair_code


def repair_texts() -> Mapping[str, Any]:
    """What is asked and said around repair attempts and pauses."""
    return content.load("repair", language())


@dataclass(frozen=True)
class Act:
    """One button, or a link to another page of the table when `page` names one."""

    do: str
    label: str
    is_main: bool = False
    page: str = ""

    @property
    def style(self) -> str:
        """The main act stands out, another page is quiet, and saying no is plain."""
        if self.is_main:
            return "btn"
        return "btn btn--quiet" if self.page or self.do == "end" else "btn btn--plain"


@dataclass(frozen=True)
class AttemptPage:
    """One attempt for who looks: where it stands, what both try, and what she can do."""

    public_id: str
    title: str
    say: str
    stuck: str
    who_said: str
    tries: tuple[tuple[str, str], ...]
    day: str
    acts: tuple[Act, ...]
    look: str
    look_is_main: bool


def attempt_page(visit: Visit, view: AttemptView) -> AttemptPage:
    """Put one attempt in words."""
    title, say = _standing(visit, view)
    one = view.attempt
    return AttemptPage(
        public_id=one.public_id,
        title=title,
        say=say,
        stuck=str(one.stuck),
        who_said=_("Jij schreef") if view.i_proposed else _("%(name)s schreef") % {"name": visit.other_name},
        tries=tuple((str(row["text"]), who_words(visit, row["who"])) for row in one.tries),
        day=full_date(one.look_back_on, language()),
        acts=_acts(view) if visit.speaks else (),
        look=_look(visit, view),
        look_is_main=view.waits_for_look or view.is_opened,
    )


def who_words(visit: Visit, position: int | None) -> str:
    """Who does it, for who looks."""
    if position is None:
        return _("Jullie allebei")
    return _("Jij") if position == visit.party.position else visit.other_name


def _standing(visit: Visit, view: AttemptView) -> tuple[str, str]:
    name = {"name": visit.other_name, "day": full_date(view.attempt.look_back_on, language())}
    if view.is_opened:
        return _("Jullie zeiden allebei hoe het is"), _("Lees het samen. Daarna kiezen jullie wat past.")
    if view.waits_for_yes:
        return (
            _("%(name)s doet een voorstel") % name,
            _("Past het? Zeg dan ja. Past het niet? Stel iets anders voor. Allebei is goed."),
        )
    if view.is_proposed:
        return _("Jouw voorstel ligt bij %(name)s") % name, _(
            "Het telt zodra %(name)s ja zegt. Dat mag even duren."
        ) % name
    if view.is_due:
        return _("De dag is er: hoe is het nu?"), _(
            "Jullie zeggen het elk apart. Het gaat open als jullie allebei klaar zijn."
        )
    return _("Jullie proberen dit samen"), _("Op %(day)s zeggen jullie elk apart hoe het is. Eerder mag ook.") % name


def _acts(view: AttemptView) -> tuple[Act, ...]:
    if view.is_opened:
        return ()
    other = Act("", _("Stel iets anders voor"), page="repair_attempt_propose")
    if view.waits_for_yes:
        return Act("agree", _("Ja, dit proberen we"), is_main=True), other, Act("drop", _("Liever niet"))
    if view.is_proposed:
        return other, Act("drop", _("Haal mijn voorstel van tafel"))
    return (Act("drop", _("Stop deze poging")),)


def _look(visit: Visit, view: AttemptView) -> str:
    if view.is_opened:
        return _("Lees wat jullie zeiden")
    if not view.is_running:
        return ""
    if view.i_said or not visit.speaks:
        return _("Bekijk waar het op wacht")
    return _("Zeg hoe het nu is") if view.waits_for_look else _("Zeg nu al hoe het is")


def attempt_row(visit: Visit, view: AttemptView | None) -> tuple[str, str]:
    """A hint and a state (empty when nothing waits for her) for the page of the collaboration."""
    if view is None:
        return _("Loopt het stroef? Probeer samen een paar kleine dingen, tot een dag die jullie kiezen."), ""
    words = {"name": visit.other_name, "day": full_date(view.attempt.look_back_on, language())}
    turn = _("Nu jij") if visit.speaks and (view.waits_for_yes or view.waits_for_look) else ""
    if view.waits_for_yes:
        return _("%(name)s doet een voorstel. Zeg ja, of stel iets anders voor.") % words, turn
    if view.is_proposed:
        return _("Jouw voorstel ligt bij %(name)s.") % words, turn
    if view.is_opened:
        return _("Jullie zeiden allebei hoe het is. Lees het samen."), turn
    if view.waits_for_look:
        return _("Zeg hoe het nu is. Het gaat open als jullie allebei klaar zijn."), turn
    if view.i_said:
        return _("Jij hebt gezegd hoe het is. %(name)s nog niet. Dat mag.") % words, turn
    return _("Jullie proberen dit samen, tot %(day)s.") % words, turn


@dataclass(frozen=True)
class LookPage:
    """The page on which each says how it is; sealed until both have. `voices` are the words of both, side by side."""

    title: str
    lead: str
    step_title: str
    step: str
    code: str
    voices: tuple[tuple[str, str, str, tuple[str, ...]], ...]
    may_go_on: bool = False

    @property
    def leads_to_farewell(self) -> bool:
        """She herself chose to part: only her own side may point at a farewell."""
        return self.code == "farewell"


def look_page(visit: Visit, view: AttemptView) -> LookPage:
    """What both said and what fits next, once it opened; before that who has said it."""
    mine, theirs = (view.look.mine, view.look.theirs) if view.look else (None, None)
    if not view.is_opened or not mine or not theirs:
        return LookPage(_title(view), _waiting(visit, view), "", "", "", ())
    words = pair_words(visit, Said(mine["said"]), Said(theirs["said"]))
    voices = (("self", visit.my_name, _("Jij"), _voice(mine)), ("other", visit.other_name, "", _voice(theirs)))
    may_go_on = words["code"] != "stay" and Said.PART not in (mine["said"], theirs["said"])
    return LookPage(
        words["title"], words["text"], words["step_title"], words["step"], words["code"], voices, may_go_on
    )  # fmt: skip


def pair_words(visit: Visit, mine: Said, theirs: Said) -> dict[str, str]:
    """The words for these two answers, from the side that looks."""
    found = next(one for one in repair_texts()["pairs"] if one["id"] == pair_code(mine, theirs))
    return {key: str(text).format(name=visit.other_name) for key, text in found.items()}


def said_words(said: str) -> str:
    """`het stroomt weer` for flows."""
    return next(str(one["short"]) for one in repair_texts()["answers"] if one["id"] == said)


def _voice(answers: Mapping[str, Any]) -> tuple[str, ...]:
    """What one of the two said: the answer itself, then why and what helped when she wrote that."""
    chosen = said_words(str(answers["said"]))
    helped = str(answers.get("helped", ""))
    texts = (
        chosen[:1].upper() + chosen[1:] + ".",
        str(answers.get("why", "")),
        _("Wat hielp: %(text)s") % {"text": helped} if helped else "",
    )
    return tuple(text for text in texts if text)


def _title(view: AttemptView) -> str:
    return _("Jouw envelop is dicht") if view.i_said else _("Hoe is het nu?")


def _waiting(visit: Visit, view: AttemptView) -> str:
    name = {"name": visit.other_name}
    if view.i_said:
        return (
            _("Zodra %(name)s ook klaar is, gaat het tegelijk open. Tot dan kun je je antwoord nog veranderen.") % name
        )
    if view.they_said:
        return _("%(name)s heeft het gezegd. Zodra jij klaar bent, gaat het voor jullie allebei open.") % name
    return _("Zeg het eerlijk. Jullie lezen elkaars antwoord pas als jullie allebei klaar zijn.")


@dataclass(frozen=True)
class OwnAttemptRow:
    """One attempt of her own in words."""

    attempt: OwnAttempt
    day: str
    say: str
    title: str
    text: str


def own_attempt_row(attempt: OwnAttempt) -> OwnAttemptRow:
    """Put one attempt of her own in words; after her answer with the words that fit it."""
    day = full_date(attempt.look_back_on, language())
    fits = next((one for one in repair_texts()["own"] if one["id"] == attempt.said), None)
    say = (
        _("Je zei: %(said)s.") % {"said": said_words(attempt.said)}
        if fits
        else _("Je kijkt terug op %(day)s.") % {"day": day}
    )
    return OwnAttemptRow(attempt, day, say, str(fits["title"]) if fits else "", str(fits["text"]) if fits else "")

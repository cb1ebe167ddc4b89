"""Check-ins as the person of the token may see them: sealed stays sealed. And answering one."""

from datetime import date
from typing import Annotated, Literal

from django.http import HttpRequest
from ninja import Path
from pydantic import Field

from samenstroom.api.access import acting_visit, round_or_404, sees_private, visit_or_404
from samenstroom.api.once import once
from samenstroom.api.paging import Cursor, Limit, Place, page_of
from samenstroom.api.problems import ProblemError, form_problem
from samenstroom.api.shapes import In, Listed, Out, TableId, Words
from samenstroom.checkins import actions
from samenstroom.checkins.forms import WordsForm
from samenstroom.checkins.queries import ReadAnswer, RoundView, rounds_of
from samenstroom.flows.rounds import close_envelope
from samenstroom.rules.rounds import asks_guess

Step = Annotated[int, Field(ge=1, le=5)]
RoundDay = Annotated[str, Path(..., pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", description="The day it opened.")]


class AnswerOut(Out):
    """An answer that may be read. Steps of 1 to 5; null is *I cannot say*. `remark` only when it was shared.

    With `private:read` your own answer also has what you kept: the remark, what you guessed, and what was not opened.
    """

    values: dict[str, int | None]
    appreciation: str
    remark: str
    guess: int | None


class RoundOut(Out):
    """One round. An answer is null until both have sent, or until its writer freed it."""

    opened_on: date
    state: Literal["open", "opened", "closed"]
    my_side_sent_on: date | None
    other_side_sent_on: date | None
    mine: AnswerOut | None
    theirs: AnswerOut | None


class StepsIn(In):
    """Eight steps; what is left out stays as it was, null is *I cannot say*."""

    flow: Step | None
    communication: Step | None = None
    values: Step | None = None
    balance: Step | None = None
    trust: Step | None = None
    money: Step | None = None
    priorities: Step | None = None
    personal: Step | None = None


class RoundAnswerIn(In):
    """Your side's answer. A remark needs a choice: `now` (both read it), `talk` (for the talk) or `mine`."""

    values: StepsIn
    guess: Step | None = None
    appreciation: Words = ""
    remark: Words = ""
    remark_choice: Literal["now", "talk", "mine"] | None = None


class SentOut(Out):
    """Your envelope is closed; `both_sent` says whether both opened."""

    opened_on: date
    both_sent: bool


def rounds(request: HttpRequest, collaboration: TableId, limit: Limit, cursor: Cursor) -> Listed[RoundOut]:
    """All rounds of check-ins, newest first."""
    visit, private = visit_or_404(request, collaboration), sees_private(request)
    found = page_of(rounds_of(visit), _place, limit=limit, cursor=cursor)
    return Listed[RoundOut](items=[_told(one, private=private) for one in found[0]], next=found[1])


@once(201)
def answer_round(request: HttpRequest, collaboration: TableId, day: RoundDay, sent: RoundAnswerIn) -> SentOut:
    """Answer an open round and close your envelope. Until both have sent, you can answer again."""
    visit = acting_visit(request, collaboration)
    view = round_or_404(visit, day)
    form = WordsForm(
        {"appreciation": sent.appreciation, "remark": sent.remark, "remark_choice": sent.remark_choice or ""}
    )
    if not form.is_valid():
        raise form_problem(form)
    try:
        answer = actions.draft_answer(round_=view.round, seat=visit.seat, party=visit.party)
        actions.save_values(answer=answer, values=sent.values.model_dump(exclude_unset=True))
        if asks_guess(view.round.number):
            actions.save_guess(answer=answer, guess=sent.guess)
        actions.save_words(answer=answer, **form.cleaned_data)
        both = close_envelope(answer=answer, round_=view.round, now=visit.now)
    except actions.AlreadySentError:
        raise ProblemError("too-late") from None
    return SentOut(opened_on=view.round.opened_on, both_sent=both)


def _place(view: RoundView) -> Place:
    return Place(view.round.opened_on.isoformat(), view.round.public_id)


def _told(view: RoundView, *, private: bool) -> RoundOut:
    state: Literal["open", "opened", "closed"] = "open" if view.is_open else "opened" if view.is_revealed else "closed"
    return RoundOut(
        opened_on=view.round.opened_on,
        state=state,
        my_side_sent_on=view.my_sent_on,
        other_side_sent_on=view.their_sent_on,
        mine=_mine(view, private=private),
        theirs=_answer(view.theirs, private=False) if view.theirs else None,
    )


def _mine(view: RoundView, *, private: bool) -> AnswerOut | None:
    """What is sealed or only hers takes `private:read`, also when it is her own."""
    mine = view.mine
    if mine is None or not (private or view.is_revealed or mine.is_freed):
        return None
    return _answer(mine, private=private)


def _answer(one: ReadAnswer, *, private: bool) -> AnswerOut:
    return AnswerOut(
        values=dict(one.values),
        appreciation=str(one.appreciation),
        remark=str(one.remark) if private or one.remark_shared else "",
        guess=one.guess if private else None,
    )

"""Talking about a version on the table: the text with who agrees, one part at a time, and what could be added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from samenstroom.agreements.actions.negotiating import say_yes, take_yes_back
from samenstroom.agreements.forms.proposals import AnswerForm, CommentForm
from samenstroom.agreements.parts import is_negotiable
from samenstroom.agreements.queries.negotiating import Negotiation, negotiation_of, waiting_of
from samenstroom.agreements.wording.addenda import last_day_words
from samenstroom.agreements.wording.drafting import draft_page
from samenstroom.agreements.wording.negotiating import bubbles, part_view, part_views, proposal_views
from samenstroom.agreements.wording.turns import turn_words
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.flows import negotiating as flow

from .access import made_version_or_404
from .page import go, show, too_late

if TYPE_CHECKING:
    from samenstroom.agreements.models import AgreementVersion

ALL = "alles"


def talk(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """The whole text, part by part, with who agrees and what waits. One tap agrees; one more opens a part."""
    version = made_version_or_404(visit, number)
    found = negotiation_of(visit, version)
    state, say = turn_words(visit, waiting_of(visit)) if version.is_open else ("", "")
    parts = part_views(visit, found)
    return show(
        request, visit, "table/negotiating/talk.html", circle="shared", version=version, parts=parts,
        state=state, say=say, is_negotiable=is_negotiable(version), last_day=last_day_words(version),
        waits=[one for one in parts if one.badge], pending=len(found.pending), left=_left(visit, found),
        language=version.content["language"],
        agreed=sum(one.i_agree and one.other_agrees for one in parts if one.is_there),
        there=sum(one.is_there for one in parts),
    )  # fmt: skip


def _left(visit: Visit, found: Negotiation) -> list[str]:
    """The parts she did not agree with yet and about which nothing else waits."""
    there = (one for one in part_views(visit, found) if one.is_there and not one.i_agree)
    return [one.part for one in there if not (found.of(one.part).open or found.of(one.part).pending)]


def part(request: HttpRequest, visit: Visit, number: int, part: str) -> HttpResponse:
    """One part: how it reads, who agrees, what was said, and what was proposed."""
    version = made_version_or_404(visit, number)
    found = negotiation_of(visit, version)
    form = CommentForm(request.POST if request.POST.get("do") == "say" else None)
    if request.method == "POST":
        if request.POST.get("do") != "say" or form.is_valid():
            return _done(request, visit, found, part, form)
    elif part not in found.parts:
        raise Http404
    return _part_page(request, visit, found, part, form)


def _part_page(request: HttpRequest, visit: Visit, found: Negotiation, part: str, form: Form) -> HttpResponse:
    proposals = proposal_views(visit, found, part)
    return show(
        request, visit, "table/negotiating/part.html", circle="shared", status=422 if form.is_bound else 200,
        version=found.version, view=part_view(visit, found, part), said=bubbles(visit, found.of(part)),
        proposals=[one for one in proposals if one.is_open], pending=found.of(part).pending is not None,
        earlier=[one for one in proposals if not one.is_open],
        form=form, answer=AnswerForm(), is_negotiable=is_negotiable(found.version),
        language=found.version.content["language"],
    )  # fmt: skip


def _done(request: HttpRequest, visit: Visit, found: Negotiation, part: str, form: Form) -> HttpResponse:
    version, do = found.version, request.POST.get("do", "")
    try:
        if do == "say":
            flow.comment(visit=visit, version=version, part=part, words=form.cleaned_data["words"])
            messages.success(request, _said(visit))
        elif do == "no":
            take_yes_back(version=version, seat=visit.seat, part=part, now=visit.now)
            messages.success(request, _("Teruggenomen. Je bent over dit stuk nog niet akkoord."))
        else:
            parts = _left(visit, found) if part == ALL else [part]
            say_yes(version=version, seat=visit.seat, parts=parts, now=visit.now)
            messages.success(request, _("Bewaard: jij bent akkoord. Het is nog geen handtekening."))
    except NotAllowedError:
        return too_late(request, "agreement", visit)
    if do == "yes":
        return _to_text(request, visit, version, part)
    return go(request, "agreement_part", visit, number=version.number, part=part)


def _said(visit: Visit) -> str:
    return (_("Bewaard. %(name)s leest dit ook.") if visit.takes_part else _("Bewaard.")) % {"name": visit.other_name}


def _to_text(request: HttpRequest, visit: Visit, version: AgreementVersion, part: str) -> HttpResponse:
    """Back in the text, where she was."""
    answer = go(request, "agreement_talk", visit, number=version.number)
    answer["Location"] += "" if part == ALL else f"#b-{part}"
    return answer


def add(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """What is not in the text and could be: clauses that fit, or one in their own words."""
    version = made_version_or_404(visit, number)
    if not is_negotiable(version):
        return go(request, "agreement_talk", visit, number=number)
    return show(
        request, visit, "table/negotiating/add.html", circle="shared", version=version,
        missing=draft_page(version.content).missing, language=version.content["language"],
    )  # fmt: skip

"""Who takes over: named by one, let in by both, with a link that opens what both released and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.actions import successors as actions
from samenstroom.farewell.actions.handover import add_items
from samenstroom.farewell.forms.handover import PickForm
from samenstroom.farewell.forms.successors import SuccessorForm, WordsForm
from samenstroom.farewell.queries.handover import handover_of
from samenstroom.farewell.queries.successors import (
    dossier_of,
    looks_of,
    questions_of,
    releases_of,
    speakers_of,
    successors_of,
)
from samenstroom.farewell.wording.handover import handover_texts
from samenstroom.farewell.wording.successors import (
    dossier_page,
    question_row,
    release_row,
    successor_row,
)
from samenstroom.flows.handover import mail_successor
from samenstroom.kit.dates import moment_words
from samenstroom.kit.language import language
from samenstroom.rules.handover import ItemWords, Kind

from .access import question_if_there, successor_or_404
from .outside import Giving, email_form, give_link
from .page import go, posted, show

if TYPE_CHECKING:
    from samenstroom.accounts.forms import EmailForm
    from samenstroom.farewell.models import Successor


def successors(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Who was named, and name somebody."""
    form = SuccessorForm(posted(request))
    if request.method == "POST" and form.is_valid():
        made = actions.propose_successor(seat=visit.seat, name=form.cleaned_data["name"], now=visit.now)
        return go(request, "successor", visit, successor=made.public_id)
    return show(
        request, visit, "table/successor/list.html", circle="shared", status=422 if form.is_bound else 200,
        form=form, texts=handover_texts()["successor"],
        rows=[successor_row(visit, one) for one in successors_of(visit)],
    )  # fmt: skip


def successor(request: HttpRequest, visit: Visit, successor: str) -> HttpResponse:
    """One of them: what is open to her, her link, her questions, and when she looked."""
    found = successor_or_404(visit, successor)
    if request.method == "POST":
        return _act(request, visit, found)
    return _show(request, visit, found)


def _show(
    request: HttpRequest, visit: Visit, found: Successor, *, email: EmailForm | None = None,
    answer: WordsForm | None = None,
) -> HttpResponse:  # fmt: skip
    page = dossier_page(found, dossier_of(found), speakers_of(found))
    is_wrong = any(form is not None and form.is_bound for form in (email, answer))
    return show(
        request, visit, "table/successor/one.html", circle="shared", status=422 if is_wrong else 200,
        successor=found, row=successor_row(visit, found), page=page, form=email or email_form(found.first_name),
        answer=answer, answering=request.POST.get("question", ""), texts=handover_texts()["successor"],
        questions=[question_row(one, visit) for one in questions_of(found)],
        looks=[moment_words(one, language()) for one in looks_of(visit, found)], works=found.link_works_at(visit.now),
        can_invite=visit.speaks and visit.takes_part and not visit.collaboration.is_demo,
    )  # fmt: skip


def _act(request: HttpRequest, visit: Visit, found: Successor) -> HttpResponse:
    """Take her link back, or answer a question."""
    here = {"successor": found.public_id}
    if request.POST.get("do") == "withdraw":
        actions.withdraw_successor(successor=found, seat=visit.seat, now=visit.now)
        messages.success(request, _("Ingetrokken. De link werkt niet meer."))
        return go(request, "successor", visit, **here)
    question, form = question_if_there(found, request.POST.get("question", "")), WordsForm(request.POST)
    if question is None:
        return go(request, "successor", visit, **here)
    if not form.is_valid():
        return _show(request, visit, found, answer=form)
    actions.answer_question(question=question, seat=visit.seat, text=form.cleaned_data["text"], now=visit.now)
    messages.success(request, _("%(name)s kan je antwoord nu lezen.") % {"name": found.first_name})
    return go(request, "successor", visit, **here)


def release(request: HttpRequest, visit: Visit, successor: str) -> HttpResponse:
    """Per item a tick of each side; and words to add to the list."""
    found = successor_or_404(visit, successor)
    view = handover_of(visit)
    items = [one.item for one in (*view.items, *view.words)]
    adds = "text" in request.POST
    form = WordsForm(request.POST if adds else None)
    picks = PickForm(None if adds else posted(request), choices=[(one.public_id, "") for one in items])
    if adds and form.is_valid():
        words = ItemWords(Kind.WORDS.value, _("Van %(name)s") % {"name": visit.my_name}, form.cleaned_data["text"])
        add_items(seat=visit.seat, items=[words], now=visit.now)
        messages.success(request, _("Het staat op de lijst. Vink het aan om het vrij te geven."))
        return go(request, "successor_release", visit, successor=successor)
    if picks.is_bound and picks.is_valid():
        shown = [one for one in items if one.mark in request.POST.getlist("shown")]
        chosen = [one for one in shown if one.public_id in picks.cleaned_data["picked"]]
        actions.release_items(successor=found, seat=visit.seat, items=chosen, among=shown, now=visit.now)
        messages.success(request, _("Bewaard. Jullie zien allebei wat er vrij is."))
        return go(request, "successor", visit, successor=successor)
    return show(
        request, visit, "table/successor/release.html", circle="shared",
        status=422 if form.is_bound or picks.is_bound else 200, successor=found, form=form, picks=picks,
        rows=[release_row(visit, one) for one in releases_of(found, items)], texts=handover_texts()["successor"],
    )  # fmt: skip


def preview(request: HttpRequest, visit: Visit, successor: str) -> HttpResponse:
    """What she sees now, from the same record as her own page."""
    found = successor_or_404(visit, successor)
    page = dossier_page(found, dossier_of(found), speakers_of(found))
    return show(request, visit, "table/successor/preview.html", circle="shared", successor=found, page=page)


@never_cache
@require_POST
def make_link(request: HttpRequest, visit: Visit, successor: str) -> HttpResponse:
    """A new link, shown once; the older one stops. Or mailed right away."""
    found = successor_or_404(visit, successor)
    alone = _("Dit kan zodra %(name)s meedoet. Jullie geven samen vrij wat er te lezen is.")

    def mint() -> str:
        return actions.mint_successor_link(
            successor=found, seat=visit.seat, other_takes_part=visit.takes_part, now=visit.now
        )

    giving = Giving(
        name=found.first_name,
        mint=mint,
        mail=lambda email: mail_successor(successor=found, visit=visit, email=email),
        again=lambda form: _show(request, visit, found, email=form),
        back="successor",
        parts={"successor": successor},
        opens="portal:successor_link",
        text=_("Dag %(name)s, hier lees je mee in wat er wordt overgedragen: %(link)s"),
        made="table/successor/made.html",
        circle="shared",
        shown=lambda: {"successor": successor_or_404(visit, successor)},
        refused={actions.AloneError: alone % {"name": visit.other_name}},
    )
    return give_link(request, visit, giving)

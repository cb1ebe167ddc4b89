"""Telling one's own side: written, looked at exactly as it will read, and given part by part, now or together."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from samenstroom.adjusting.actions.conflicts import keep_version
from samenstroom.adjusting.actions.summaries import SentenceTerms
from samenstroom.adjusting.forms.conflicts import DoesForm, SentencesForm, VersionForm
from samenstroom.adjusting.queries.conflicts import ConflictView, version_draft
from samenstroom.adjusting.wording.conflicts import conflict_page, conflict_texts, written_rows
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.exchanges.actions import AlreadySentError
from samenstroom.flows import conflicts as flow

from .access import conflict_or_404, sentences_there
from .page import go, posted, show, too_late


def tell(request: HttpRequest, visit: Visit, conflict: str) -> HttpResponse:
    """Write her side. An account holder may keep it for herself first; a link holder gives what she sends."""
    view = conflict_or_404(visit, conflict)
    if not visit.speaks or view.conflict.is_over:
        return too_late(request, "conflict", visit, conflict=conflict)
    form, do = VersionForm(posted(request), kept=_kept(visit, view)), request.POST.get("do", "")
    if request.method == "POST" and form.is_valid() and do != "change":
        return _act(request, visit, view, form, do)
    texts = conflict_texts()["tell"]
    with_account = visit.person.has_account
    return show(
        request, visit, "table/conflict/tell.html", circle="private" if with_account else "none",
        status=422 if form.is_bound and form.errors else 200, form=form, texts=texts, view=view,
        who_sees=texts["own"], once=str(texts["once"]).format(name=visit.other_name),
    )  # fmt: skip


def _kept(visit: Visit, view: ConflictView) -> dict[str, str]:
    """What she wrote so far: in her own envelope as long as it is closed, and in her draft."""
    pair = view.pair
    sealed = dict(pair.mine or {}) if pair is not None and pair.is_open and pair.is_hers else {}
    return {**sealed, **(version_draft(visit, view.conflict) if visit.person.has_account else {})}


def _act(request: HttpRequest, visit: Visit, view: ConflictView, form: VersionForm, do: str) -> HttpResponse:
    written, here = form.written(), {"conflict": view.conflict.public_id}
    if do == "keep" and visit.person.has_account:
        keep_version(conflict=view.conflict, visit=visit, parts=written)
        messages.success(request, _("Bewaard. Alleen jij ziet dit."))
        return go(request, "conflict", visit, **here)
    if do in ("give", "together") and form.chosen():
        return _give(request, visit, view, form, do)
    if not written:
        form.add_error(None, _("Schrijf bij één van de vragen iets, al is het één zin."))
        texts = conflict_texts()["tell"]
        return show(
            request, visit, "table/conflict/tell.html", circle="private" if visit.person.has_account else "none",
            status=422, form=form, texts=texts, view=view, who_sees=texts["own"],
            once=str(texts["once"]).format(name=visit.other_name),
        )  # fmt: skip
    return _preview(request, visit, view, form, is_empty=do in ("give", "together"))


def _preview(
    request: HttpRequest, visit: Visit, view: ConflictView, form: VersionForm, *, is_empty: bool
) -> HttpResponse:
    """Exactly these words, part by part; nothing is given yet."""
    pair = view.pair
    may_together = visit.takes_part and (pair is None or not pair.is_revealed)
    together = conflict_texts()["together"]
    return show(
        request, visit, "table/conflict/tell_preview.html", circle="none", status=422 if is_empty else 200,
        form=form, rows=written_rows(form.written()), view=view, may_together=may_together, together=together,
        together_say=str(together["say"]).format(name=visit.other_name), is_empty=is_empty,
        ticked=[] if is_empty else list(form.written()),
    )  # fmt: skip


def _give(request: HttpRequest, visit: Visit, view: ConflictView, form: VersionForm, do: str) -> HttpResponse:
    here = {"conflict": view.conflict.public_id}
    if visit.person.has_account:  # what she does not give now stays hers
        keep_version(conflict=view.conflict, visit=visit, parts=form.written())
    name = {"name": visit.other_name}
    try:
        if do == "together" and visit.takes_part:
            is_open = flow.tell_together(visit=visit, conflict=view.conflict, parts=form.chosen())
            opened, closed = _("Het is open. Jullie lezen elkaars kant."), _("Dicht. Nu %(name)s nog.") % name
            messages.success(request, opened if is_open else closed)
        else:
            flow.tell_now(visit=visit, conflict=view.conflict, parts=form.chosen())
            said = _("Verteld. %(name)s kan het nu lezen.") if visit.takes_part else _("Genoteerd.")
            messages.success(request, said % name)
    except (NotAllowedError, AlreadySentError):
        return too_late(request, "conflict", visit, **here)
    return go(request, "conflict", visit, **here)


def sentences(request: HttpRequest, visit: Visit, conflict: str) -> HttpResponse:
    """Propose sentences to stand behind together, or another one instead of a sentence that lies there."""
    view = conflict_or_404(visit, conflict)
    if not visit.speaks or view.conflict.is_over:
        return too_late(request, "conflict", visit, conflict=conflict)
    found = sentences_there(view, [request.GET.get("anders", "")])
    instead = next((one for one in found if not one.counts), None)
    form = SentencesForm(posted(request), initial={"sentences": str(instead.words)} if instead else {})
    if request.method == "POST" and form.is_valid():
        terms = form.terms()
        if instead is not None and instead.does:
            terms = [SentenceTerms(one.words, does=True, who=instead.who, by_on=instead.by_on) for one in terms]
        try:
            flow.suggest_sentences(visit=visit, conflict=view.conflict, sentences=terms, instead_of=instead)
        except NotAllowedError:
            return too_late(request, "conflict", visit, conflict=conflict)
        messages.success(request, _said_proposed(visit))
        return go(request, "conflict", visit, conflict=conflict)
    return show(
        request, visit, "table/conflict/sentences.html", circle="shared", status=422 if form.is_bound else 200,
        form=form, instead=instead, texts=conflict_texts()["summary"], page=conflict_page(visit, view),
    )  # fmt: skip


def does(request: HttpRequest, visit: Visit, conflict: str) -> HttpResponse:
    """Propose what somebody does, and by when."""
    view = conflict_or_404(visit, conflict)
    if not visit.speaks or view.conflict.is_over:
        return too_late(request, "conflict", visit, conflict=conflict)
    form = DoesForm(posted(request), visit=visit)
    if request.method == "POST" and form.is_valid():
        try:
            flow.suggest_sentences(visit=visit, conflict=view.conflict, sentences=form.terms())
        except NotAllowedError:
            return too_late(request, "conflict", visit, conflict=conflict)
        messages.success(request, _said_proposed(visit))
        return go(request, "conflict", visit, conflict=conflict)
    return show(
        request, visit, "table/conflict/does.html", circle="shared", status=422 if form.is_bound else 200,
        form=form, page=conflict_page(visit, view),
    )  # fmt: skip


def _said_proposed(visit: Visit) -> str:
    if not visit.takes_part:
        return _("Genoteerd.")
    return _("Voorgesteld aan %(name)s.") % {"name": visit.other_name}

"""The page "Zo werk ik": choosing what is on it, wording it, looking at it, and putting it online or offline."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.kit import clock
from samenstroom.profiles.actions import work_page as actions
from samenstroom.profiles.forms.work_page import TAKEN, IntroductionForm, OnlineForm, PiecesForm, WordingForm
from samenstroom.profiles.queries.work_page import work_page_of
from samenstroom.profiles.wording.work_page import BOUNDARY, Draft, Piece, draft_of, piece_of
from samenstroom.rules.page_names import suggested

from .access import person_of, with_account
from .profile import ADDRESSES_OF_PARTS

if TYPE_CHECKING:
    from samenstroom.profiles.models import WorkPage

BOUNDARY_ADDRESS = "grens-"


@with_account
def work_page(request: HttpRequest) -> HttpResponse:
    """Where her page stands, and everything she can do with it."""
    page = work_page_of(person_of(request))
    draft = draft_of(page)
    shown = {
        "page": page,
        "draft": draft,
        "rows": [(one, _address_of(one)) for one in draft.chosen],
        "online_since": _day(page),
        "address": _address(page),
        "audience": _audience(page),
        "circle": "private",
    }
    return render(request, "workspace/work_page/work_page.html", shown)


@with_account
def choose(request: HttpRequest) -> HttpResponse:
    """Choose piece by piece what is on it."""
    person = person_of(request)
    draft = draft_of(work_page_of(person))
    form = PiecesForm(request.POST if request.method == "POST" else None, draft=draft)
    if request.method == "POST" and form.is_valid():
        actions.choose_pieces(person=person, pieces=form.pieces())
        messages.success(request, _("Bewaard. Er staat nog niets nieuws online."))
        return HttpResponseRedirect(reverse("workspace:work_page"))
    texts = {one.id: one.text.replace("\n", ", " if one.id == "values" else " ") for one in draft.parts}
    page = {"form": form, "texts": texts, "circle": "private"}
    return render(request, "workspace/work_page/choose.html", page, status=422 if form.is_bound else 200)


@with_account
def introduction(request: HttpRequest) -> HttpResponse:
    """Name, a few words, and the language of the page."""
    person = person_of(request)
    page = work_page_of(person)
    begin = {name: getattr(page, name) for name in ("name", "introduction", "language")}
    form = IntroductionForm(request.POST or None, initial=begin)
    if request.method == "POST" and form.is_valid():
        actions.introduce(person=person, **form.cleaned_data)
        messages.success(request, _("Bewaard. Er staat nog niets nieuws online."))
        return HttpResponseRedirect(reverse("workspace:work_page"))
    shown = {"form": form, "circle": "private"}
    return render(request, "workspace/work_page/introduction.html", shown, status=422 if form.is_bound else 200)


@with_account
def wording(request: HttpRequest, piece: str) -> HttpResponse:
    """One piece in other words, for the page only."""
    person = person_of(request)
    found = _piece_or_404(draft_of(work_page_of(person)), piece)
    form = WordingForm(request.POST if request.method == "POST" else None, initial={"text": found.text})
    if request.method == "POST" and form.is_valid():
        actions.word_piece(person=person, piece=found.id, text=form.cleaned_data["text"])
        messages.success(request, _("Bewaard. Je profiel zelf is niet veranderd."))
        return HttpResponseRedirect(reverse("workspace:work_page"))
    shown = {"form": form, "piece": found, "circle": "private"}
    return render(request, "workspace/work_page/wording.html", shown, status=422 if form.is_bound else 200)


@with_account
def preview(request: HttpRequest) -> HttpResponse:
    """The page as a reader would see it. Only she can open this."""
    draft = draft_of(work_page_of(person_of(request)))
    shown = {"draft": draft, "public": draft.as_read, "circle": "private"}
    return render(request, "workspace/work_page/preview.html", shown)


@with_account
def online(request: HttpRequest) -> HttpResponse:
    """The exact text, who can read it, and one button that puts it online."""
    person = person_of(request)
    page = work_page_of(person)
    draft = draft_of(page)
    begin = {
        "reach": page.reach,
        "slug": page.slug or suggested(page.name),
        "findable": page.findable,
    }
    form = OnlineForm(request.POST or None, initial=begin)
    if request.method == "POST" and form.is_valid() and _went_online(request, form):
        return HttpResponseRedirect(reverse("workspace:work_page"))
    shown = {
        "form": form,
        "draft": draft,
        "public": draft.as_read,
        "reach_hints": {
            "link": _("Een adres dat niemand kan raden. Je kunt het altijd vernieuwen."),
            "public": _("Een adres met een naam die je zelf kiest."),
        },
        "begin_of_address": settings.PUBLIC_URL + reverse("portal:work_page", args=["naam"]).removesuffix("naam/"),
        "circle": "private",
    }
    return render(request, "workspace/work_page/online.html", shown, status=422 if form.is_bound else 200)


def _went_online(request: HttpRequest, form: OnlineForm) -> bool:
    """Put it online, or say at the field why not."""
    try:
        mark = request.POST.get("mark", "")
        actions.put_online(person=person_of(request), mark=mark, now=clock.now(), **form.cleaned_data)
    except actions.NameTakenError:
        form.add_error("slug", TAKEN)
    except actions.NothingToShowError:
        form.add_error(None, _("Er staat nog niets op je pagina. Kies eerst wat erop komt, of schrijf een inleiding."))
    except actions.ChangedMeanwhileError:
        form.add_error(None, _("De tekst is intussen veranderd. Lees hem hieronder nog eens, en druk dan opnieuw."))
    else:
        messages.success(request, _("Je pagina staat online."))
        return True
    return False


@with_account
@require_POST
def offline(request: HttpRequest) -> HttpResponse:
    """Nobody can read it any more."""
    actions.take_offline(person=person_of(request), now=clock.now())
    messages.success(request, _("Je pagina is offline. Niemand kan hem nu nog lezen."))
    return HttpResponseRedirect(reverse("workspace:work_page"))


@with_account
@require_POST
def renew(request: HttpRequest) -> HttpResponse:
    """Another random address; the old one opens nothing."""
    actions.renew_link(person=person_of(request))
    messages.success(request, _("Je pagina heeft een nieuw adres. Het oude werkt niet meer."))
    return HttpResponseRedirect(reverse("workspace:work_page"))


def _day(page: WorkPage) -> date | None:
    return clock.day_of(page.published_at) if page.published_at and page.is_online else None


def _address(page: WorkPage) -> str:
    """Its web address, while it is online."""
    return settings.PUBLIC_URL + reverse("portal:work_page", args=[page.address]) if page.is_online else ""


def _audience(page: WorkPage) -> str:
    """Who can read what is online, in one sentence."""
    if page.reach == "link":
        return _("Alleen wie dit adres heeft, kan je pagina lezen. Zoekmachines slaan hem over.")
    if page.findable:
        return _("Iedereen kan je pagina lezen, en zoekmachines mogen hem vinden.")
    return _("Iedereen kan je pagina lezen. Zoekmachines slaan hem over.")


def _address_of(piece: Piece) -> str:
    of_boundary = BOUNDARY_ADDRESS + piece.id.removeprefix(BOUNDARY)
    name = of_boundary if piece.is_boundary else ADDRESSES_OF_PARTS[piece.id]
    return reverse("workspace:work_page_wording", args=[name])


def _piece_or_404(draft: Draft, address: str) -> Piece:
    ids = {name: part for part, name in ADDRESSES_OF_PARTS.items()}
    item = ids.get(address, BOUNDARY + address.removeprefix(BOUNDARY_ADDRESS))
    found = piece_of(draft, item)
    if found is None:
        raise Http404
    return found

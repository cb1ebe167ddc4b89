"""Whom she lets look along: ask somebody, until when, what was looked at, notes, and stopping. Hers alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.accounts.forms import EmailForm
from samenstroom.accounts.outside import GoneError
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.flows.mentors import tell_other
from samenstroom.kit import clock
from samenstroom.learning.actions import mentors as actions
from samenstroom.learning.actions.mentor_notes import mark_notes_read, write_note
from samenstroom.learning.forms.mentors import InviteForm, MonthsForm, NoteForm
from samenstroom.learning.queries.mentors import live_shares, looks_of, mentorships_of, notes_of, notes_read_in
from samenstroom.learning.queries.sight import tables_to_show
from samenstroom.learning.wording.mentors import look_entries, note_views, share_rows, standing_of
from samenstroom.table.page import posted
from samenstroom.workspace.access import person_of, with_account

from .access import mentorship_or_404, note_between

if TYPE_CHECKING:
    from samenstroom.learning.models import Mentorship


@with_account
def mentors(request: HttpRequest) -> HttpResponse:
    """Whom she lets look along, and asking one more."""
    person, now = person_of(request), clock.now()
    form = InviteForm(posted(request))
    if request.method == "POST" and form.is_valid():
        made = actions.invite_mentor(person=person, now=now, **form.cleaned_data)
        return go(made)
    today = clock.day_of(now)
    rows = [(one, standing_of(one, today)) for one in mentorships_of(person)]
    read_in = note_views(notes_read_in(person), mentor=False, mentee_name=person.first_name)
    page = {"rows": rows, "form": form, "read_in": read_in, "circle": "private"}
    return render(request, "workspace/mentors/list.html", page, status=422 if form.is_bound else 200)


@with_account
def mentor(request: HttpRequest, mentorship: str) -> HttpResponse:
    """One of them: how it stands, what is shown, notes and questions."""
    found = mentorship_or_404(person_of(request), mentorship)
    form = NoteForm(posted(request), label=_("Schrijf %(name)s") % {"name": found.first_name})
    if request.method == "POST" and form.is_valid():
        return _write(request, found, form)
    return show_mentor(request, found, form)


def show_mentor(
    request: HttpRequest, found: Mentorship, form: NoteForm | None = None, email: EmailForm | None = None
) -> HttpResponse:
    """The page of one mentor, with a form that needs another look."""
    person, now = person_of(request), clock.now()
    notes = note_views(notes_of(found), mentor=False, mentee_name=person.first_name)
    is_bound = any(one is not None and one.is_bound for one in (form, email))
    mark_notes_read(mentorship=found, by=person, now=now)
    page: dict[str, Any] = {
        "mentorship": found, "standing": standing_of(found, clock.day_of(now)),
        "is_on": found.is_on(clock.day_of(now)), "notes": notes, "shares": share_rows(live_shares(found)),
        "tables": tables_to_show(found, now) if not found.ended_at else [], "months": MonthsForm(),
        "form": form or NoteForm(label=_("Schrijf %(name)s") % {"name": found.first_name}),
        "email": email or email_form(found.first_name), "works": found.link_works_at(now), "circle": "private",
    }  # fmt: skip
    return render(request, "workspace/mentors/mentor.html", page, status=422 if is_bound else 200)


def email_form(name: str, request: HttpRequest | None = None) -> EmailForm:
    """The address is someone else's: the label says whose, and a browser need not offer one's own."""
    form = EmailForm(request.POST if request else None)
    form.fields["email"].label = _("E-mailadres van %(name)s") % {"name": name}
    form.fields["email"].widget.attrs["autocomplete"] = "off"
    return form


def _write(request: HttpRequest, found: Mentorship, form: NoteForm) -> HttpResponse:
    person, now, given = person_of(request), clock.now(), form.cleaned_data
    question = note_between(found, given["reply_to"])
    try:
        write_note(
            mentorship=found, by=person, words=given["words"], is_question=given["is_question"], answers=question,
            collaboration=question.collaboration if question else None, about=question.about if question else None,
            now=now,
        )  # fmt: skip
        tell_other(mentorship=found, by=person, now=now)
        messages.success(request, _("Bewaard. Alleen jij en %(name)s lezen dit.") % {"name": found.first_name})
    except NotAllowedError:
        messages.info(request, _("Dit kan nu niet meer. %(name)s kijkt niet mee.") % {"name": found.first_name})
    return go(found)


@with_account
@require_POST
def extend(request: HttpRequest, mentorship: str) -> HttpResponse:
    """Until a later day, or an earlier one, counted from today."""
    found = mentorship_or_404(person_of(request), mentorship)
    form = MonthsForm(request.POST)
    try:
        if form.is_valid():
            actions.extend_mentorship(mentorship=found, months=form.cleaned_data["months"], now=clock.now())
            messages.success(request, _("Bewaard."))
        else:
            messages.info(request, _("Kies een van de genoemde termijnen."))
    except GoneError:
        messages.info(request, _("Dit is voorbij. Nodig %(name)s opnieuw uit.") % {"name": found.first_name})
    return go(found)


@with_account
@require_POST
def end(request: HttpRequest, mentorship: str) -> HttpResponse:
    """Nobody looks along by this any more, at once."""
    person = person_of(request)
    found = mentorship_or_404(person, mentorship)
    actions.end_mentorship(mentorship=found, by=person, now=clock.now())
    messages.success(request, _("Gestopt. %(name)s ziet niets meer.") % {"name": found.first_name})
    return go(found)


@with_account
def looks(request: HttpRequest, mentorship: str) -> HttpResponse:
    """When the mentor looked at what."""
    found = mentorship_or_404(person_of(request), mentorship)
    page = {"mentorship": found, "entries": look_entries(looks_of(found)), "circle": "private"}
    return render(request, "workspace/mentors/looks.html", page)


def go(found: Mentorship) -> HttpResponseRedirect:
    """To the page of this mentor."""
    return HttpResponseRedirect(reverse("workspace:mentor", args=[found.public_id]))

"""Staying in touch after the end: a sentence and a day, only for herself."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit
from samenstroom.farewell.actions import contact as actions
from samenstroom.farewell.forms.thanks import TouchForm
from samenstroom.farewell.queries.thanks import touch_of
from samenstroom.farewell.wording.endings import ending_texts
from samenstroom.table.page import go, posted, show


def keep_in_touch(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Write it down, change it, or leave it empty. Opened on the day itself, Vandaag is quiet about it again."""
    kept = touch_of(visit)
    form = TouchForm(
        posted(request), initial={"words": kept.words, "remind_on": kept.remind_on} if kept else {}
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        actions.keep_in_touch(person=visit.person, collaboration=visit.collaboration, **form.cleaned_data)
        messages.success(request, _("Bewaard, alleen voor jou."))
        return go(request, "thanks", visit)
    actions.see_reminder(person=visit.person, collaboration=visit.collaboration, now=visit.now)
    return show(
        request, visit, "workspace/contact/contact.html", circle="private", status=422 if form.is_bound else 200,
        form=form, lead=ending_texts()["thanks"]["touch_lead"],
    )  # fmt: skip

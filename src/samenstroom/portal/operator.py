"""What whoever runs this instance tells everybody: a statement, a processor agreement, records, and a way to ask."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from samenstroom import content
from samenstroom.accounts.throttle import TooManyTriesError
from samenstroom.content.notices import notice
from samenstroom.flows.privacy_questions import put_question
from samenstroom.kit import clock
from samenstroom.kit.language import language
from samenstroom.privacy.forms.questions import QuestionForm

from .access import sender_of


def statement(request: HttpRequest) -> HttpResponse:
    """The privacy statement of this place."""
    return _text(request, "statement")


def processor(request: HttpRequest) -> HttpResponse:
    """The processor agreement, as a start."""
    return _text(request, "processor")


def records(request: HttpRequest) -> HttpResponse:
    """What is done with data in this place."""
    return _text(request, "records")


@never_cache
def ask(request: HttpRequest) -> HttpResponse:
    """Ask the operator something; the answer is the same whoever asks and about whomever."""
    form = QuestionForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            put_question(**form.cleaned_data, sender=sender_of(request), now=clock.now())
        except TooManyTriesError:
            form.add_error(None, _("Er kwamen hier vandaag al veel vragen binnen. Probeer het morgen weer."))
        else:
            return _show(request, "asked")
    return _show(request, "ask", 422 if form.is_bound else 200, form=form, notice=_words("ask"))


def _text(request: HttpRequest, part: str) -> HttpResponse:
    return _show(request, "text", notice=_words(part), all=content.load("privacy_operator", language()))


def _words(part: str) -> Any:
    words = {"operator": str(settings.OPERATOR_NAME), "operator_email": settings.OPERATOR_EMAIL}
    return notice(part, language(), words, file="privacy_operator")


def _show(request: HttpRequest, template: str, status: int = 200, **page: Any) -> HttpResponse:
    return render(request, f"portal/operator/{template}.html", {"circle": "none", **page}, status=status)

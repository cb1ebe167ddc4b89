"""Every mail in each language, with made-up words: for who edits the texts or runs this place. Anyone may look."""

from __future__ import annotations

from csp.constants import NONE, UNSAFE_INLINE
from csp.decorators import csp_replace
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from samenstroom.mail.previews import LANGUAGES, Preview, kinds, preview, subjects
from samenstroom.mail.wording import SUBJECTS


def every_mail(request: HttpRequest) -> HttpResponse:
    """All kinds, under what they are about."""
    parts = [
        (str(SUBJECTS[subject]) if subject else _("Altijd meteen"), [(kind, subjects(kind)) for kind in found])
        for subject, found in kinds()
    ]
    return render(request, "workspace/mail_preview/list.html", {"parts": parts, "circle": "none"})


def one_mail(request: HttpRequest, kind: str, language: str) -> HttpResponse:
    """One kind in one language: subject, what a mail program shows beside it, and the plain text."""
    shown = _or_404(kind, language)
    page = {"shown": shown, "languages": LANGUAGES, "circle": "none"}
    return render(request, "workspace/mail_preview/mail.html", page)


@csp_replace(  # type: ignore[arg-type]
    {"style-src": [UNSAFE_INLINE], "script-src": [NONE], "connect-src": [NONE], "form-action": [NONE]}
)
def as_html(request: HttpRequest, kind: str, language: str) -> HttpResponse:
    """The same as a mail program shows it. A mail has its style inline, so this one page may."""
    return HttpResponse(_or_404(kind, language).letter.html)


def _or_404(kind: str, language: str) -> Preview:
    found = preview(kind, language)
    if found is None:
        raise Http404
    return found

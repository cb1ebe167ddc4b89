"""How a page of the table is shown behind either door.

A page of the table gets a `Visit` (who is looking, at which table, when) and never looks at the door, except to
choose the layout and to stay behind the same door when it redirects.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from samenstroom.collaborations.visits import Visit

Page = Callable[..., HttpResponse]
Pages = tuple[tuple[str, Page, str], ...]
"""The rest of an address, the page behind it, and its name."""


def door_of(request: HttpRequest) -> str:
    """`workspace` or `portal`: the namespace of the address."""
    assert request.resolver_match is not None
    return request.resolver_match.namespace


def posted(request: HttpRequest) -> QueryDict | None:
    """What was sent, for a form to judge; None when the page is only opened."""
    return request.POST if request.method == "POST" else None


def show(
    request: HttpRequest, visit: Visit, template: str, *, circle: str, status: int = 200, **context: Any
) -> HttpResponse:
    """Render a page. `circle` (private, sealed, shared, none) is what the page as a whole is.

    `who_sees` is the sentence beside the circle; `fault` stands first in the title of a page with errors.
    """
    page = {
        "visit": visit,
        "circle": circle,
        "layout": f"{door_of(request)}/layout.html",
        "has_pocket": visit.person.has_account,
        "table_id": visit.collaboration.public_id,
        "who_sees": who_sees(visit, circle),
        "fault": _("Fout:") + " " if status == 422 else "",
        **context,
    }
    return render(request, template, page, status=status)


def who_sees(visit: Visit, circle: str) -> str:
    """One sentence that names the other: whether, and when, this page is also hers."""
    words = {"name": visit.other_name}
    if circle == "private":
        return _("%(name)s ziet deze pagina niet.") % words
    if circle == "sealed":
        return _("%(name)s ziet je antwoord pas als jullie allebei klaar zijn.") % words
    if not visit.takes_part:
        return _("Zodra %(name)s meedoet, zien jullie dit allebei.") % words
    return _("Jij en %(name)s zien dit allebei.") % words


def address(request: HttpRequest, name: str, visit: Visit, **parts: Any) -> str:
    """The address of another page about this collaboration, behind the same door."""
    return reverse(f"{door_of(request)}:{name}", kwargs={"collaboration": visit.collaboration.public_id, **parts})


def go(request: HttpRequest, name: str, visit: Visit, **parts: Any) -> HttpResponseRedirect:
    """Redirect to another page about this collaboration, behind the same door."""
    return HttpResponseRedirect(address(request, name, visit, **parts))


def too_late(request: HttpRequest, name: str, visit: Visit, **parts: Any) -> HttpResponseRedirect:
    """What was pressed can no longer be done: say so calmly, and show how it stands now."""
    messages.info(request, _("Dit kan nu niet meer. Kijk hoe het er nu bij staat."))
    return go(request, name, visit, **parts)

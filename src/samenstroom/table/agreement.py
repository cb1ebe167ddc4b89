"""The agreement on the table: the version that counts, the others, taking one off, and taking one along as a file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import NoReverseMatch
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.agreements.actions.versions import withdraw_version
from samenstroom.agreements.forms.proposals import LastDayForm
from samenstroom.agreements.parts import is_negotiable
from samenstroom.agreements.queries.addenda import signed_addenda
from samenstroom.agreements.queries.elsewhere import elsewhere_of
from samenstroom.agreements.queries.negotiating import waiting_of
from samenstroom.agreements.queries.signing import Standing, can_decline, can_sign, standing_of
from samenstroom.agreements.queries.versions import base_of, versions_of
from samenstroom.agreements.wording.addenda import open_addendum, what_differs, whole_text, whole_words
from samenstroom.agreements.wording.check import version_check
from samenstroom.agreements.wording.document import agreement_text
from samenstroom.agreements.wording.elsewhere import ElsewherePage, elsewhere_page
from samenstroom.agreements.wording.turns import with_turn
from samenstroom.agreements.wording.versions import VersionView, current_version, key_terms, version_view
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit

from .access import version_if_there, version_or_404
from .page import address, go, show, too_late

if TYPE_CHECKING:
    from samenstroom.agreements.models import AgreementVersion


def agreement(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The version that lies open, or the one that holds; before there is any, how to begin."""
    versions = versions_of(visit)
    shown, waiting = current_version(versions), open_addendum(versions)
    return _page(request, visit, versions, shown or waiting, waiting if shown else None)


def version(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """One version, also when it holds no more."""
    return _page(request, visit, versions_of(visit), version_or_404(visit, number), None)


def _page(
    request: HttpRequest,
    visit: Visit,
    versions: list[AgreementVersion],
    shown: AgreementVersion | None,
    waiting: AgreementVersion | None,
) -> HttpResponse:
    view = with_turn(visit, version_view(visit, shown), waiting_of(visit)) if shown else None
    is_text = view is not None and view.has_text
    is_made = view is not None and view.is_made_here
    addenda = signed_addenda(versions, shown) if shown and shown.holds else []
    return show(
        request, visit, "table/agreement/agreement.html", circle="shared",
        view=view, versions=[version_view(visit, one) for one in versions],
        text=agreement_text(shown) if shown and is_text else None,
        terms=key_terms(shown) if shown and not is_text else [],
        elsewhere=_elsewhere(visit, shown, is_text=is_made),
        check=version_check(visit, shown) if shown and _can_be_checked(shown) else None,
        waiting=version_view(visit, waiting) if waiting else None,
        addenda=[version_view(visit, one) for one in addenda],
        changed=what_differs(shown) if shown and shown.is_addendum else (),
        acts=_acts(request, visit, view),
        again=LastDayForm(initial={"days": "14"}) if shown and _may_lie_again(versions, shown) else None,
    )  # fmt: skip


def _may_lie_again(versions: list[AgreementVersion], shown: AgreementVersion) -> bool:
    """Its last day is over, and nothing came after it."""
    return shown.expired_at is not None and shown.number == versions[0].number


def reads_now(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The whole text that holds, with what each addendum made of it."""
    versions = versions_of(visit)
    base = base_of(visit)
    if base is None:
        return go(request, "agreement", visit)
    addenda = signed_addenda(versions, base)
    newest = addenda[-1] if addenda else base
    return show(
        request, visit, "table/addendum/now.html", circle="shared", whole=whole_text(base, addenda),
        says=whole_words(base, addenda), terms=[] if base.text else key_terms(newest),
    )  # fmt: skip


def _can_be_checked(version: AgreementVersion) -> bool:
    """A text made here that lies open; beside one of which only the key terms are known, the rest would be a guess."""
    whole = version.amends or version
    return version.is_open and bool(version.text) and bool(whole.text)


def _elsewhere(visit: Visit, shown: AgreementVersion | None, *, is_text: bool) -> ElsewherePage | None:
    """What was noted of a version that was signed elsewhere."""
    found = elsewhere_of(visit, shown) if shown and not is_text else None
    return elsewhere_page(visit, found) if found else None


Offer = tuple[str, dict[str, int], str, str, bool]
"""An address, its parts, what it is called, how it looks, and whether it fits now."""


def _made_here(visit: Visit, view: VersionView, version: AgreementVersion, number: dict[str, int]) -> list[Offer]:
    """What belongs to a version that is signed here."""
    standing, is_whole = standing_of(visit, version), not version.is_addendum
    sign = _("Teken deze versie") if is_whole else _("Teken deze aanvulling")
    read_on = _("Lees waarom niet") if standing.refusal else _("Zie wie wanneer tekende")
    may_sign, talks = can_sign(visit, version, standing), is_negotiable(version)
    turn = view.is_open and ((view.is_my_turn and view.tone == "notice") or not may_sign)
    first, second = ("btn", "btn btn--quiet") if turn else ("btn btn--quiet", "btn")
    talk = _("Bespreek de tekst, stuk voor stuk") if visit.takes_part else _("Noteer wat de ander erover zei")
    return [
        ("agreement_talk", number, talk, first, talks),
        ("agreement_sign", number, sign, second, may_sign),
        ("agreement_pdf", number, _("Bewaar de pdf"), "btn", bool(standing.paper and standing.paper.file)),
        ("agreement_trail", number, read_on, "btn btn--quiet", _has_acts(standing)),
        ("agreement_sign", number, _("Zo kunnen jullie tekenen"), "btn btn--quiet", _is_alone(visit, view)),
        ("agreement_elsewhere", {}, _("Elders getekend? Noteer het hier"), "btn btn--quiet", is_whole and view.is_open),
        ("agreement_decline", number, _("Ik teken deze niet"), "btn btn--plain", can_decline(visit, version, standing)),
    ]


def _acts(request: HttpRequest, visit: Visit, view: VersionView | None) -> list[dict[str, str]]:
    """Where one goes from here: signing, saying no, a version of one's own, the signed paper, who signed when."""
    if view is None:
        return []
    version, number = view.version, {"number": view.number}
    is_whole = not version.is_addendum
    writes = visit.person.has_account and not version.signed_at and is_whole
    holds = version.holds and is_whole
    offered = _made_here(visit, view, version, number) if view.is_made_here else []
    offered += [
        ("addendum", {}, _("Verander een deel"), "btn btn--quiet", holds),
        ("review", {}, _("Kijk er samen naar"), "btn btn--plain", holds),
        ("agreement_elsewhere", {}, _("Noteer wat jullie later tekenden"), "btn btn--plain", holds),
        ("agreement_draft", {}, _("Maak je eigen versie"), "btn btn--quiet", writes),
        ("lawyers", {}, _("Laat een jurist meelezen"), "btn btn--quiet", writes and view.is_made_here),
    ]
    found = ((_there(request, visit, name, parts), label, style) for name, parts, label, style, fits in offered if fits)
    return [{"url": url, "label": label, "style": style} for url, label, style in found if url]


def _has_acts(standing: Standing) -> bool:
    return bool(standing.signatures or standing.refusal)


def _is_alone(visit: Visit, view: VersionView) -> bool:
    return view.is_open and view.is_made_here and not visit.takes_part


def _there(request: HttpRequest, visit: Visit, name: str, parts: dict[str, int]) -> str:
    """The address of this page behind the same door; empty where the door has no such page."""
    try:
        return address(request, name, visit, **parts)
    except NoReverseMatch:
        return ""


@require_POST
def withdraw(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Take one's own version off the table."""
    found = version_if_there(visit, number)
    try:
        if found is None:
            raise NotAllowedError
        withdraw_version(version=found, seat=visit.seat, now=visit.now)
    except NotAllowedError:
        return too_late(request, "agreement", visit)
    messages.success(request, _("Van tafel. De versie blijft wel leesbaar."))
    return go(request, "agreement", visit)


def as_file(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """The version as an open agreement document."""
    found = version_or_404(visit, number)
    text = json.dumps(found.content, ensure_ascii=False, indent=2)
    answer = HttpResponse(text, content_type="application/json; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="overeenkomst-{found.number}.json"'
    return answer

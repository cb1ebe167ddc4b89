"""Signing a version on the table, not signing it, its sealed PDF, and the trail of what was done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from samenstroom.accounts.proving import WrongProofError, own_way
from samenstroom.accounts.throttle import TooManyTriesError
from samenstroom.agreements.actions.signing import LastDayOverError, OtherTextError
from samenstroom.agreements.actions.trail import fingerprint_of
from samenstroom.agreements.expiry import is_past
from samenstroom.agreements.forms.signing import DeclineForm, SignForm
from samenstroom.agreements.queries.negotiating import waiting_of
from samenstroom.agreements.queries.signing import can_decline, can_sign, standing_of, trail_of
from samenstroom.agreements.wording.naming import named, title_of
from samenstroom.agreements.wording.signing import signature_rows, signing_texts, summary_of, trail_rows
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.files import storage
from samenstroom.flows import signing as flow
from samenstroom.kit.language import language

from .access import version_or_404
from .page import go, posted, show

if TYPE_CHECKING:
    from samenstroom.agreements.models import AgreementVersion


def sign(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """What one signs, the full text, a yes, a name and one's own password or code. Alone: how to go about it."""
    version = version_or_404(visit, number)
    way = own_way(visit.person, visit.seat.invitee)
    standing = standing_of(visit, version)
    if not can_sign(visit, version, standing) or way is None:
        return _how_it_stands(request, visit, version)
    consent = signing_texts(str(version.text["language"]))["consent"]
    data = posted(request) if request.POST.get("do") != "code" else None
    initial = {"fingerprint": fingerprint_of(version), "typed_name": visit.seat.name}
    form = SignForm(data, seat=visit.seat, sentence=consent["sentence"], way=way, initial=initial)
    if request.POST.get("do") == "code":
        return _send_code(request, visit, version)
    if request.method == "POST" and form.is_valid():
        done = _signed(request, visit, version, form, consent["version"])
        if done is not None:
            return done
    return show(
        request, visit, "table/signing/sign.html", circle="shared", status=422 if form.is_bound else 200,
        version=version, named=named(version), form=form, way=way.value, summary=summary_of(version),
        texts=signing_texts(language()),
        signed=signature_rows(standing.signatures, language()),
        can_decline=can_decline(visit, version, standing), waiting=waiting_of(visit),
    )  # fmt: skip


def _signed(
    request: HttpRequest, visit: Visit, version: AgreementVersion, form: SignForm, consent: int
) -> HttpResponse | None:
    """Sign; None when the form has to say what was not right."""
    try:
        flow.sign(visit=visit, version=version, consent=form.consent(consent), secret=form.cleaned_data["secret"])
    except WrongProofError:
        form.refuse()
        return None
    except TooManyTriesError:
        form.refuse_for_now()
        return None
    except OtherTextError:
        messages.info(
            request, _("De tekst is niet meer dezelfde als die je las. Er is niets getekend. Lees de tekst opnieuw.")
        )
    except LastDayOverError:
        messages.info(request, _last_day_over())
    except NotAllowedError:
        messages.info(request, _("Dit kan nu niet meer. Kijk hoe het er nu bij staat."))
    else:
        messages.success(request, _said(visit, version))
    return go(request, "agreement_trail", visit, number=version.number)


def _last_day_over() -> str:
    return _(
        "De laatste dag om deze versie te tekenen is voorbij. Er is niets getekend. De tekst kan opnieuw op tafel."
    )


def _said(visit: Visit, version: AgreementVersion) -> str:
    if version.signed_at:
        return _("Getekend. Jullie hebben nu allebei getekend, en de pdf is voor jullie allebei.")
    if version.is_addendum:
        return _("Getekend. Zodra %(name)s ook tekent, geldt de aanvulling.") % {"name": visit.other_name}
    return _("Getekend. Zodra %(name)s ook tekent, geldt de overeenkomst.") % {"name": visit.other_name}


def _send_code(request: HttpRequest, visit: Visit, version: AgreementVersion) -> HttpResponse:
    try:
        flow.send_own_code(visit=visit)
        messages.success(request, _("Er is een code onderweg naar je eigen mailadres."))
    except TooManyTriesError:
        messages.info(request, _("Er is al een code onderweg. Kijk in je mail."))
    return go(request, "agreement_sign", visit, number=version.number)


def _how_it_stands(request: HttpRequest, visit: Visit, version: AgreementVersion) -> HttpResponse:
    """Nothing to sign here for her: she signed already, it is no longer open, or nobody sits on the other side."""
    standing = standing_of(visit, version)
    return show(
        request, visit, "table/signing/standing.html", circle="shared", version=version, named=named(version),
        is_past=is_past(version, visit.now),
        standing=standing, signed=signature_rows(standing.signatures, language()),
        mine=standing.of_party(visit.party.pk),
    )  # fmt: skip


def decline(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Say no to this version, with a reason both read."""
    version = version_or_404(visit, number)
    if not can_decline(visit, version, standing_of(visit, version)):
        return _how_it_stands(request, visit, version)
    form = DeclineForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            flow.decline(visit=visit, version=version, reason=form.cleaned_data["reason"])
            messages.success(request, _("Bewaard. Jullie lezen allebei waarom je deze versie niet tekent."))
        except NotAllowedError:
            messages.info(request, _("Dit kan nu niet meer. Kijk hoe het er nu bij staat."))
        return go(request, "agreement_trail", visit, number=number)
    return show(
        request, visit, "table/signing/decline.html", circle="shared", status=422 if form.is_bound else 200,
        version=version, what=title_of(version), form=form,
    )  # fmt: skip


def trail(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """What was done with this version, act by act, and the paper when it is there."""
    version = version_or_404(visit, number)
    found, standing = trail_of(visit, version), standing_of(visit, version)
    return show(
        request, visit, "table/signing/trail.html", circle="shared", version=version, named=named(version),
        standing=standing, acts=trail_rows(found.events, language()), is_whole=found.is_whole,
        texts=signing_texts(language()),
        fingerprint=found.events[0].said["fingerprint"] if found.events else "",
        can_sign=can_sign(visit, version, standing),
    )  # fmt: skip


def pdf(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """The sealed PDF, exactly as it was sealed."""
    paper = standing_of(visit, version_or_404(visit, number)).paper
    if paper is None or paper.file is None or paper.file.removed_at:
        raise Http404
    try:
        content = storage.read(paper.file.public_id)
    except storage.FileGoneError:
        raise Http404 from None
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{paper.file.name}"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer

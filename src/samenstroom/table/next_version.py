"""Versions of the agreement: the next one with what was accepted, one again after its last day, and what differs."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samenstroom.agreements.actions.next_version import accepted_of, content_with
from samenstroom.agreements.forms.proposals import LastDayForm
from samenstroom.agreements.parts import is_negotiable
from samenstroom.agreements.queries.negotiating import waiting_of
from samenstroom.agreements.queries.versions import versions_of
from samenstroom.agreements.wording.addenda import last_day_words
from samenstroom.agreements.wording.differences import differences
from samenstroom.agreements.wording.document import text_of
from samenstroom.agreements.wording.marked import difference_views
from samenstroom.agreements.wording.turns import changed_words
from samenstroom.agreements.wording.versions import version_view
from samenstroom.collaborations.actions import NotAllowedError
from samenstroom.collaborations.visits import Visit
from samenstroom.flows import negotiating as flow
from samenstroom.rules.agreement.amending import OtherGroundError

from .access import made_version_or_404, version_if_there, version_or_404
from .page import go, posted, show, too_late


def next_version(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """The exact text of the next version, what differs first, and until when it can be signed."""
    version = made_version_or_404(visit, number)
    accepted = accepted_of(visit.collaboration.pk) if is_negotiable(version) else []
    if not accepted:
        return too_late(request, "agreement", visit)
    form = LastDayForm(posted(request))
    try:
        if request.method == "POST" and form.is_valid():
            shown = request.POST.get("shown", "").split()
            flow.put_next(visit=visit, version=version, shown=shown, expires_on=form.last_day(visit.now))
            messages.success(request, _put(visit))
            return go(request, "agreement", visit)
        content = content_with(version, accepted)
    except (NotAllowedError, OtherGroundError):
        return too_late(request, "agreement", visit)
    return show(
        request, visit, "table/negotiating/next.html", circle="shared", status=422 if form.is_bound else 200,
        version=version, changes=difference_views(differences(version.content, content)), text=text_of(content),
        form=form, shown=" ".join(one.public_id for one in accepted), language=content["language"],
        waiting=waiting_of(visit),
    )  # fmt: skip


def _put(visit: Visit) -> str:
    said = _("De volgende versie ligt nu bij %(name)s op tafel.") if visit.takes_part else _("Deze versie ligt klaar.")
    return said % {"name": visit.other_name}


@require_POST
def again(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """The same text on the table once more, in one step."""
    found, form = version_if_there(visit, number), LastDayForm(request.POST)
    try:
        if found is None:
            raise NotAllowedError
        day = form.last_day(visit.now) if form.is_valid() else None
        flow.lay_again(visit=visit, version=found, expires_on=day)
    except NotAllowedError:
        return too_late(request, "agreement", visit)
    messages.success(request, _put(visit))
    return go(request, "agreement", visit)


def versions(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Every version: whose it was, how it stands, and what it changed."""
    rows = versions_of(visit)
    pairs = zip(rows, [*rows[1:], None], strict=True)
    listed = [
        {
            "view": version_view(visit, one),
            "before": earlier.number if earlier else None,
            "changed": changed_words(differences(earlier.content, one.content)) if earlier else "",
            "last_day": last_day_words(one),
        }
        for one, earlier in pairs
    ]
    return show(request, visit, "table/negotiating/versions.html", circle="shared", versions=listed)


def difference(request: HttpRequest, visit: Visit, number: int, other: int) -> HttpResponse:
    """What differs between two versions: the earlier on one side, the later on the other."""
    first, second = sorted((number, other))
    old, new = version_or_404(visit, first), version_or_404(visit, second)
    found = differences(old.content, new.content)
    return show(
        request, visit, "table/negotiating/difference.html", circle="shared", old=version_view(visit, old),
        new=version_view(visit, new), changes=difference_views(found), language=new.content["language"],
        others=[one.number for one in versions_of(visit) if one.number not in (first, second)],
    )  # fmt: skip

"""A lawyer who reads along with what she writes or with a version on the table. Private to who asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from samenstroom.agreements.actions import lawyers as actions
from samenstroom.agreements.for_lawyer import DRAFT, givable, given_of
from samenstroom.agreements.forms.lawyers import AskLawyerForm, DaysForm
from samenstroom.agreements.queries.lawyers import looks_of_lawyer, reviews_of
from samenstroom.agreements.wording.lawyers import remark_row, review_row, reviewed_words, text_label
from samenstroom.collaborations.visits import Visit
from samenstroom.flows.lawyers import mail_lawyer
from samenstroom.kit.dates import moment_words
from samenstroom.kit.language import language
from samenstroom.table.outside import Giving, email_form, give_link
from samenstroom.table.page import go, posted, show

from .access import review_or_404

if TYPE_CHECKING:
    from samenstroom.accounts.forms import EmailForm
    from samenstroom.agreements.models import LawyerReview


def lawyers(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Who reads along, and ask somebody."""
    choices = [(one, _label(one)) for one in givable(visit)]
    form = AskLawyerForm(posted(request), choices=choices)
    if request.method == "POST" and form.is_valid():
        asked = form.cleaned_data
        given = given_of(visit, asked["what"])
        assert given is not None, "the form only lets through what can be given"
        made = actions.ask_lawyer(
            visit=visit, name=asked["name"], words=asked["words"], days=asked["days"], given=given
        )
        return go(request, "lawyer", visit, review=made.public_id)
    return show(
        request, visit, "workspace/lawyers/list.html", circle="private", status=422 if form.is_bound else 200,
        form=form, can_ask=bool(choices), rows=[review_row(one, visit.now) for one in reviews_of(visit)],
    )  # fmt: skip


def _label(what: str) -> str:
    if what == DRAFT:
        return _("Mijn concept, zoals het nu is")
    return _("Versie %(number)s op tafel") % {"number": what}


def lawyer(request: HttpRequest, visit: Visit, review: str) -> HttpResponse:
    """One of them: her link, what she may read, what she wrote, and when she looked."""
    found = review_or_404(visit, review)
    if request.method == "POST":
        return _act(request, visit, found)
    return _show(request, visit, found)


def _show(request: HttpRequest, visit: Visit, found: LawyerReview, email: EmailForm | None = None) -> HttpResponse:
    row, remarks = review_row(found, visit.now), [remark_row(one) for one in found.remarks.all()]
    actions.mark_lawyer_read(review=found, now=visit.now)
    return show(
        request, visit, "workspace/lawyers/lawyer.html", circle="private", status=422 if email else 200,
        review=found, row=row, remarks=remarks, form=email or email_form(found.first_name),
        texts=[(text_label(one), reviewed_words(one)) for one in found.texts.all()],
        more=[(one, _label(one)) for one in givable(visit) if _is_new(visit, found, one)],
        days=DaysForm(initial={"days": found.days}), works=found.link_works_at(visit.now),
        can_ask=not visit.collaboration.is_demo,
        looks=[moment_words(one.looked_at, language()) for one in looks_of_lawyer(found)],
    )  # fmt: skip


def _is_new(visit: Visit, found: LawyerReview, what: str) -> bool:
    """Whether the lawyer has not got this text yet, as it stands now."""
    given, texts = given_of(visit, what), list(found.texts.all())
    return given is not None and (texts[-1].version, texts[-1].text) != (given.version, given.text)


def _act(request: HttpRequest, visit: Visit, found: LawyerReview) -> HttpResponse:
    """Take her link back, let her read a newer text, choose how long links work, or throw all of it away."""
    do, here = request.POST.get("do", ""), {"review": found.public_id}
    given = given_of(visit, request.POST.get("what", "")) if do == "give" else None
    days = DaysForm(request.POST)
    if do == "discard":
        actions.discard_review(review=found)
        messages.success(request, _("Weggegooid."))
        return go(request, "lawyers", visit)
    if do == "withdraw":
        actions.withdraw_lawyer(review=found, now=visit.now)
        messages.success(request, _("Ingetrokken. De link werkt niet meer."))
    elif given is not None:
        actions.give_text(review=found, given=given, now=visit.now)
        messages.success(request, _("%(name)s kan deze tekst nu ook lezen.") % {"name": found.first_name})
    elif do == "days" and days.is_valid():
        actions.choose_days(review=found, days=days.cleaned_data["days"])
        messages.success(request, _("Bewaard. Dit geldt voor de volgende link."))
    return go(request, "lawyer", visit, **here)


@never_cache
@require_POST
def make_link(request: HttpRequest, visit: Visit, review: str) -> HttpResponse:
    """A new link, shown once; the older one stops. Or mailed right away."""
    found = review_or_404(visit, review)
    giving = Giving(
        name=found.first_name,
        mint=lambda: actions.mint_lawyer_link(review=found, now=visit.now),
        mail=lambda email: mail_lawyer(review=found, visit=visit, email=email),
        again=lambda form: _show(request, visit, found, form),
        back="lawyer",
        parts={"review": review},
        opens="portal:lawyer_link",
        text=_("Dag %(name)s, wil je met mijn overeenkomst meelezen? Hier staat de tekst: %(link)s"),
        made="workspace/lawyers/made.html",
        circle="private",
        shown=lambda: {"review": review_or_404(visit, review)},
    )
    return give_link(request, visit, giving)

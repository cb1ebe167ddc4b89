"""A lawyer who reads along: a row and a word on Vandaag for who asked alone; and remarks that were shared, for both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenstroom.accounts.models import Person
from samenstroom.agreements.models import LawyerReview, SharedRemark
from samenstroom.agreements.queries.lawyers import reviews_by_table, shared_remarks_by_table
from samenstroom.collaborations.visits import Visit

from .shelf import Ask, Shelf, ShelfRow


@dataclass(frozen=True)
class Lawyers:
    """Whom she asked herself, and what either side shared."""

    own: Sequence[LawyerReview]
    shared: Sequence[SharedRemark]

    @property
    def news(self) -> LawyerReview | None:
        """A lawyer who wrote since she looked."""
        return next((one for one in self.own if getattr(one, "is_news", False)), None)


def _gather(person: Person, visits: Sequence[Visit]) -> Mapping[int, Lawyers]:
    shared = shared_remarks_by_table(person, visits)
    return {key: Lawyers(rows, shared[key]) for key, rows in reviews_by_table(person, visits).items()}


def _rows(visit: Visit, lies: Lawyers) -> Iterator[ShelfRow]:
    if lies.shared:
        n = len(lies.shared)
        hint = ngettext("%(n)s opmerking gedeeld.", "%(n)s opmerkingen gedeeld.", n) % {"n": n}
        yield ShelfRow(_("Opmerkingen van een jurist"), hint, "shared_remarks", icon="note", both=hint)
    if lies.own:
        news, first = lies.news, lies.own[-1].first_name
        hint = _("%(name)s leest mee met je overeenkomst. %(other)s ziet hier niets van.")
        yield ShelfRow(
            _("Jurist"), hint % {"name": first, "other": visit.other_name}, "lawyers",
            state=_("Nieuw") if news else "", tone="now" if news else "plain", icon="eye", is_private=True,
        )  # fmt: skip


def _asks(_visit: Visit, lies: Lawyers) -> Iterator[Ask]:
    if lies.news is not None:
        yield Ask(
            weight=66, icon="eye", title=_("%(name)s las je overeenkomst") % {"name": lies.news.first_name},
            line=_("Er staat iets voor je klaar. Alleen jij ziet het."), act=_("Bekijk wat er staat"), page="lawyer",
            parts={"review": lies.news.public_id}, is_private=True,
        )  # fmt: skip


SHELF = Shelf("lawyers", _gather, _rows, _asks)

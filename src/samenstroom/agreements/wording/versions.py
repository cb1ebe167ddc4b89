"""Versions of an agreement in words: what lies on the table, from whom, and how it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from samenstroom.agreements.models import AgreementVersion
from samenstroom.agreements.terms import known_values
from samenstroom.agreements.wording.addenda import (
    addendum_row,
    addendum_row_for_both,
    addendum_standing,
    last_day_words,
    open_addendum,
)
from samenstroom.agreements.wording.naming import named, title_of
from samenstroom.agreements.wording.terms import label_of, value_words
from samenstroom.collaborations.models import Party
from samenstroom.collaborations.visits import Visit
from samenstroom.kit import clock
from samenstroom.kit.dates import full_date
from samenstroom.kit.language import language


@dataclass(frozen=True)
class VersionView:
    """One version for who reads. `state` is a few words, `say` one or two sentences about what happens now.

    `named` is how it is called within a sentence, `last_day` until when it can be signed.
    """

    version: AgreementVersion
    number: int
    title: str
    state: str
    say: str
    tone: str
    put_on: str
    is_mine: bool
    is_my_turn: bool
    named: str = ""
    last_day: str = ""

    @property
    def is_open(self) -> bool:
        return self.version.is_open

    @property
    def waits_for_me(self) -> bool:
        """The other put it there or signed it, and it was not answered."""
        return self.is_open and self.is_my_turn

    @property
    def is_made_here(self) -> bool:
        """Signed here, or to be signed here; what was signed elsewhere is confirmed."""
        return self.version.way == AgreementVersion.Way.MADE.value

    @property
    def has_text(self) -> bool:
        """There is a text to read; a whole version that was signed elsewhere has its terms only."""
        return self.is_made_here or self.version.is_addendum


def version_view(visit: Visit, version: AgreementVersion) -> VersionView:
    """Put one version in words."""
    is_mine = version.put_by is not None and version.put_by.party_id == visit.party.pk
    state, say, tone = _standing(visit, version, is_mine=is_mine)
    return VersionView(
        version=version,
        number=version.number,
        title=title_of(version),
        named=named(version),
        last_day=last_day_words(version),
        state=state,
        say=say,
        tone=tone,
        put_on=_put_on(visit, version, is_mine=is_mine),
        is_mine=is_mine,
        is_my_turn=not signed_by(version, visit.party) and (not is_mine or signed_by(version, visit.other_party)),
    )


def signed_by(version: AgreementVersion, party: Party) -> bool:
    """Whether this side signed; without a query for versions that were read with their signatures."""
    return any(one.party_id == party.pk for one in version.signatures.all())


def current_version(versions: Sequence[AgreementVersion]) -> AgreementVersion | None:
    """The whole version to show first: the one that lies open, else the one that holds, else the newest."""
    whole = [one for one in versions if not one.is_addendum]
    open_one = next((one for one in whole if one.is_open), None)
    holding = next((one for one in whole if one.holds), None)
    return open_one or holding or next(iter(whole), None)


def version_that_counts(versions: Sequence[AgreementVersion]) -> AgreementVersion | None:
    """What asks attention first: an addendum that lies on the table, else the whole version to show."""
    return open_addendum(versions) or current_version(versions)


KEY_TERMS = (
    "fee_model", "hourly_rate_eur", "fee_amount_eur", "payment_term_days", "suspension_right",
    "reminder_days_before_suspension", "hours_per_week_expected", "response_hours", "extra_work_rule", "start_date",
    "end_date", "tacit_renewal", "renewal_notice_days", "notice_days_provider", "notice_days_client", "review_months",
)  # fmt: skip
"""What both need to know of an agreement that was signed elsewhere."""


def key_terms(version: AgreementVersion) -> list[dict[str, str]]:
    """The terms that count most, as label and text; what was not filled in is left out."""
    values, _codes = known_values(version.content)
    said = [(label_of(name, language()), value_words(name, values.get(name), language())) for name in KEY_TERMS]
    return [{"label": label, "text": text} for label, text in said if text]


def agreement_row(visit: Visit, versions: Sequence[AgreementVersion]) -> tuple[str, str]:
    """A hint and a state (empty when nothing waits for her) for the page of the collaboration."""
    waiting = open_addendum(versions)
    if waiting:
        return addendum_row(visit, waiting)
    version = current_version(versions)
    if version is None:
        return _("In tien minuten op papier wat jullie van elkaar mogen verwachten."), ""
    view = version_view(visit, version)
    words = {"name": visit.other_name, "number": version.number}
    if view.is_open and not view.is_made_here:
        turn = _("Nu jij") if visit.speaks and view.waits_for_me else ""
        return _("Versie %(number)s is elders getekend. Klopt het?") % words if turn else view.state, turn
    if view.waits_for_me:
        turn = _("Nu jij") if visit.speaks else ""
        has_signed = signed_by(version, visit.other_party)
        said = (
            _("%(name)s tekende versie %(number)s.") if has_signed else _("%(name)s legde versie %(number)s op tafel.")
        )
        return said % words, turn
    if view.is_open and signed_by(version, visit.party):
        return _("Jij tekende versie %(number)s. Nu ligt die bij %(name)s.") % words, ""
    if view.is_open:
        return _("Versie %(number)s ligt op tafel.") % words, ""
    return view.state, ""


def agreement_row_for_both(versions: Sequence[AgreementVersion]) -> str:
    """The same hint as it reads from either side."""
    waiting = open_addendum(versions)
    if waiting:
        return addendum_row_for_both(waiting)
    version = current_version(versions)
    if version is None:
        return ""
    if version.is_open and version.way == AgreementVersion.Way.MADE.value:
        said = (
            _("Eén van jullie tekende versie %(number)s.")
            if version.signatures.all()
            else _("Versie %(number)s ligt op tafel.")
        )
        return said % {"number": version.number}
    return _state(version)


def _standing(visit: Visit, version: AgreementVersion, *, is_mine: bool) -> tuple[str, str, str]:
    words = {"name": visit.other_name, "number": version.number}
    if version.is_addendum:
        return addendum_standing(visit, version, _state(version), is_mine=is_mine)
    if version.is_open and version.way == AgreementVersion.Way.ELSEWHERE.value:
        return _state(version), _("Dit geldt zodra jullie allebei zeggen dat het klopt."), "plain"
    if version.is_open:
        return _open_words(visit, version, words, is_mine=is_mine)
    state = _state(version)
    if version.signed_at and version.replaced_at:
        return state, _("Er is later een nieuwe versie getekend. Die geldt nu."), "plain"
    if version.signed_at:
        return state, _("Dit is wat jullie hebben afgesproken."), "calm"
    if version.expired_at:
        return state, _("Tekenen kan niet meer. Dezelfde tekst kan opnieuw op tafel, in één stap."), "plain"
    if version.declined_at:
        return state, _("Deze versie wordt niet getekend. Een nieuwe versie kan altijd."), "plain"
    return state, _("Deze versie geldt niet. Ze blijft wel leesbaar."), "plain"


def _open_words(
    visit: Visit, version: AgreementVersion, words: dict[str, object], *, is_mine: bool
) -> tuple[str, str, str]:
    if not visit.takes_part:
        return (
            _("Ligt klaar"),
            _("Je kunt deze tekst afdrukken of bewaren, en zelf naar %(name)s sturen. Je hoeft nergens op te wachten.")
            % words,
            "plain",
        )
    if signed_by(version, visit.party):
        return _("Jij hebt getekend"), _("Zodra %(name)s ook tekent, geldt de overeenkomst.") % words, "plain"
    if signed_by(version, visit.other_party):
        say = _("Lees de tekst rustig. Als jij ook tekent, geldt de overeenkomst.")
        return _("%(name)s heeft getekend") % words, say, "notice"
    if is_mine:
        say = _("%(name)s kan de tekst lezen, tekenen, weigeren of een eigen versie maken.") % words
        return _("Ligt bij %(name)s") % words, say, "plain"
    say = _("Lees de tekst rustig. Er geldt nog niets zolang jullie niet allebei tekenen.")
    return _("%(name)s legde deze versie op tafel") % words, say, "notice"


def _state(version: AgreementVersion) -> str:
    if version.signed_at:
        return _("Getekend op %(day)s") % {"day": full_date(clock.day_of(version.signed_at), language())}
    if version.declined_at and version.way == AgreementVersion.Way.ELSEWHERE.value:
        return _("Niet bevestigd, op %(day)s") % {"day": full_date(clock.day_of(version.declined_at), language())}
    if version.declined_at:
        return _("Niet getekend, op %(day)s") % {"day": full_date(clock.day_of(version.declined_at), language())}
    if version.expired_at:
        return _("Laatste dag voorbij, op %(day)s") % {"day": full_date(clock.day_of(version.expired_at), language())}
    if version.withdrawn_at:
        return _("Van tafel sinds %(day)s") % {"day": full_date(clock.day_of(version.withdrawn_at), language())}
    if version.way == AgreementVersion.Way.ELSEWHERE.value:
        return _("Elders getekend, nog niet bevestigd")
    return _("Ligt op tafel")


def _put_on(visit: Visit, version: AgreementVersion, *, is_mine: bool) -> str:
    words = {
        "name": version.put_by.first_name if version.put_by else visit.other_name,
        "day": full_date(clock.day_of(version.put_at), language()),
    }
    if version.way == AgreementVersion.Way.ELSEWHERE.value:
        return _("Elders getekend, genoteerd op %(day)s") % words
    return (
        _("Door jou op tafel gelegd op %(day)s") if is_mine else _("Door %(name)s op tafel gelegd op %(day)s")
    ) % words

"""Personal links: minted per copy, claimed once, never stored readable (rule 7 of the product).

A link alone is enough until someone claims it. From then on it takes the link *and* what only the holder knows:
the code of her own, or a code sent to her own e-mail address. So whoever made the link cannot use it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from django.contrib.auth.hashers import check_password
from django.db import transaction
from django.utils.crypto import salted_hmac

from samenstroom.kit.tokens import new_token, short_code, token_hash

from . import throttle
from .events import note_refused
from .models import EmailCode, Invitee, LinkRequest, Person, PersonalLink, normal_email
from .practices import practice_of, start_practice

LINK_LIFETIME = timedelta(days=14)
EMAIL_CODE_LIFETIME = timedelta(minutes=10)
EMAIL_CODES_A_DAY = throttle.Limit(12, timedelta(days=1))
COPY, WHATSAPP, MAIL = (channel.value for channel in PersonalLink.Channel)


class LinkState(StrEnum):
    """What an opened link can do for the one who opened it."""

    CLAIMABLE = "claimable"
    CLAIMED = "claimed"
    GONE = "gone"


@dataclass(frozen=True)
class Minted:
    """A fresh copy: the record, and the token that is shown once and then forgotten."""

    link: PersonalLink
    token: str


class ClaimRefusedError(Exception):
    """The claim cannot go on; `reason` is one of `gone`, `claimed`, `has_account`, `in_use`, `wrong_code`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@transaction.atomic
def mint_link(*, invitee: Invitee, by: Person, channel: str, now: datetime) -> Minted:
    """Make a new copy of the invitee's link, valid for two weeks. Grants open requests for a new link.

    Never touches the claim: a copy of a claimed link opens nothing without the holder's own code.
    """
    token = new_token()
    link = PersonalLink.objects.create(
        invitee=invitee,
        token_hash=token_hash(token),
        channel=channel,
        minted_by=by,
        minted_at=now,
        expires_at=now + LINK_LIFETIME,
    )
    LinkRequest.objects.filter(invitee=invitee, granted_at=None).update(granted_at=now)
    return Minted(link=link, token=token)


def withdraw_link(*, link: PersonalLink, now: datetime) -> None:
    """The copy stops working at `now`; withdrawing twice changes nothing."""
    PersonalLink.objects.filter(pk=link.pk, withdrawn_at=None).update(withdrawn_at=now)


def find_link(token: str) -> PersonalLink | None:
    """The copy that belongs to a token, working or not."""
    return (
        PersonalLink.objects.select_related("invitee__person", "minted_by").filter(token_hash=token_hash(token)).first()
    )


def state_of(link: PersonalLink | None, now: datetime) -> LinkState:
    """Unknown, withdrawn, expired and of someone who stopped look the same, so that trying links teaches nothing."""
    if link is None or not link.works_at(now):
        return LinkState.GONE
    holder = link.invitee.person
    if holder is None:
        return LinkState.CLAIMABLE
    return LinkState.CLAIMED if holder.is_active else LinkState.GONE


@transaction.atomic
def claim_with_code(*, link: PersonalLink, code: str, language: str, now: datetime) -> Person:
    """The first opener makes the link hers with a code of her own. Returns the new person, without an account.

    Refuses (ClaimRefusedError) when the link is gone or someone was first.
    """
    invitee = _claimable(link, now)
    person = Person(name=invitee.name, language=language, created_at=now)
    person.set_password(code)
    person.save()
    return _claimed(invitee, link, person, now)


@transaction.atomic
def claim_for_person(*, link: PersonalLink, person: Person, now: datetime) -> Person:
    """Someone who is already known here (account, or another claimed link) makes this link hers too."""
    return _claimed(_claimable(link, now), link, person, now)


@transaction.atomic
def claim_with_email(*, link: PersonalLink, email: str, language: str, now: datetime) -> Person:
    """Claim for whoever just proved with `use_email_code` that this address is hers, as a new person.

    An address that someone uses is refused before this (see `holder_of_address`).
    """
    invitee = _claimable(link, now)
    # One person per address: a place she left herself gives it up, now that she proved it is hers.
    Person.objects.filter(email=normal_email(email), is_active=False, account_since=None).update(email=None)
    person = Person(name=invitee.name, language=language, created_at=now)
    person.email, person.email_confirmed_at = normal_email(email), now
    person.set_unusable_password()
    person.save()
    return _claimed(invitee, link, person, now)


def holder_of_address(email: str) -> Person | None:
    """Who has this address, with an account or with a claimed link. Only ask after the address was proved."""
    return Person.objects.filter(email=normal_email(email)).first()


def place_of(person: Person) -> Invitee | None:
    """The place this person claimed last; None for who never came in by a link."""
    return Invitee.objects.filter(person=person, claimed_at__isnull=False).order_by("-claimed_at").first()


def _claimable(link: PersonalLink, now: datetime) -> Invitee:
    invitee = Invitee.objects.select_for_update().get(pk=link.invitee_id)
    if not link.works_at(now):
        raise ClaimRefusedError("gone")
    if invitee.person_id:
        raise ClaimRefusedError("claimed")
    return invitee


def _claimed(invitee: Invitee, link: PersonalLink, person: Person, now: datetime) -> Person:
    invitee.person, invitee.claimed_at = person, now
    invitee.save(update_fields=["person", "claimed_at"])
    PersonalLink.objects.filter(pk=link.pk).update(used_at=now)
    return person


def open_on_new_device(*, link: PersonalLink, code: str, now: datetime) -> Person:
    """Link plus code of her own. Five tries a quarter of an hour, twenty a day, for each invitee.

    Raises ClaimRefusedError (`gone`, `wrong_code`) or TooManyTriesError.
    """
    person = _holder(link, now)
    _count_code_try(link.invitee, now)
    if not check_password(code, person.password):
        note_refused("code refused", person)
        raise ClaimRefusedError("wrong_code")
    PersonalLink.objects.filter(pk=link.pk).update(used_at=now)
    return person


def _holder(link: PersonalLink, now: datetime) -> Person:
    """Who claimed this working link and has no account; with an account she signs in with her password."""
    person = link.invitee.person
    if person is None or person.has_account or state_of(link, now) is not LinkState.CLAIMED:
        raise ClaimRefusedError("gone")
    return person


def _count_code_try(invitee: Invitee, now: datetime) -> None:
    """One guess at a code, of either kind. One at a time, so that many guesses at once count as many."""
    with transaction.atomic():
        Invitee.objects.select_for_update().get(pk=invitee.pk)
        throttle.count_try(bucket=f"code:{invitee.pk}", limit=throttle.CODE, now=now, person=invitee.person)
        throttle.count_try(bucket=f"code-day:{invitee.pk}", limit=throttle.CODE_A_DAY, now=now, person=invitee.person)


def open_with_email_code(*, link: PersonalLink, code: str, now: datetime) -> Person:
    """New device: link plus a code sent to the address she confirmed when she claimed."""
    person = _holder(link, now)
    if not person.email:
        raise ClaimRefusedError("gone")
    use_email_code(invitee=link.invitee, email=person.email, code=code, now=now)
    PersonalLink.objects.filter(pk=link.pk).update(used_at=now)
    return person


def make_email_code(*, invitee: Invitee, email: str, now: datetime) -> str:
    """A fresh six-digit code for this address; the caller mails it. At most four an hour and twelve a day."""
    with transaction.atomic():
        Invitee.objects.select_for_update().get(pk=invitee.pk)
        throttle.count_try(bucket=f"mail:{invitee.pk}", limit=throttle.EMAIL_CODE, now=now, person=invitee.person)
        throttle.count_try(bucket=f"mail-day:{invitee.pk}", limit=EMAIL_CODES_A_DAY, now=now, person=invitee.person)
    code = short_code()
    EmailCode.objects.create(
        invitee=invitee, email=normal_email(email) or "", code_hash=_code_hash(invitee, code), made_at=now
    )
    return code


def _code_hash(invitee: Invitee, code: str) -> str:
    """Keyed with the secret of this instance: six digits alone could be guessed from a leaked database."""
    value = f"{invitee.public_id}:{code.strip()}"
    return salted_hmac("samenstroom.accounts.email_code", value, algorithm="sha256").hexdigest()


def use_email_code(*, invitee: Invitee, email: str, code: str, now: datetime) -> None:
    """Spend a code that was mailed to this address.

    Call it outside a transaction that may roll back, or the count of tries rolls back with it.
    Raises ClaimRefusedError (`wrong_code`) or TooManyTriesError.
    """
    _count_code_try(invitee, now)
    fresh = EmailCode.objects.filter(
        invitee=invitee,
        email=normal_email(email) or "",
        code_hash=_code_hash(invitee, code),
        used_at=None,
        made_at__gt=now - EMAIL_CODE_LIFETIME,
    )
    if not fresh.update(used_at=now):
        note_refused("mailed code refused", invitee.person)
        raise ClaimRefusedError("wrong_code")


@transaction.atomic
def ask_for_new_link(*, link: PersonalLink | None, now: datetime) -> LinkRequest | None:
    """Ask for a new copy on the page of a link that no longer works. Three times a day at most.

    An unknown link gives the same answer and leaves nothing behind. Returns the open request.
    """
    if link is None or link.works_at(now):
        return None
    # One at a time: two requests at once would leave two open ones.
    Invitee.objects.select_for_update().get(pk=link.invitee_id)
    throttle.count_try(bucket=f"ask:{link.invitee_id}", limit=throttle.LINK_REQUEST, now=now)
    request, _made = LinkRequest.objects.get_or_create(
        invitee=link.invitee, granted_at=None, defaults={"asked_at": now}
    )
    return request


@transaction.atomic
def become_account(
    *, person: Person, name: str, email: str, now: datetime, password: str = "", password_hash: str = ""
) -> Person:
    """A link holder gets an account: same person, so everything she wrote stays hers.

    With `password_hash` what she chose was hashed already, while she looked in her mail for a code.
    """
    if person.email != normal_email(email):
        person.email_confirmed_at = None  # What she confirmed was another address.
    person.name, person.email, person.account_since = name, normal_email(email), now
    if password_hash:
        person.password = password_hash
    else:
        person.set_password(password)
    person.save()
    if practice_of(person) is None:
        start_practice(person=person, name=person.name, now=now)
    return person

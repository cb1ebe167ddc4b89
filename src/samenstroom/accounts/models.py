"""People, the practices they work in, and the personal links of those who were invited."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samenstroom.kit import clock
from samenstroom.kit.tokens import public_id


class PersonManager(BaseUserManager["Person"]):
    def create_user(self, email: str | None, password: str | None = None, **fields: object) -> Person:
        """Make a person with an account; the name Django and its libraries call for."""
        person = self.model(email=normal_email(email), **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def get_by_natural_key(self, username: str | None) -> Person:
        return self.get(email=normal_email(username))


def normal_email(email: str | None) -> str | None:
    """One spelling per address: trimmed and lower case; nothing becomes None."""
    return (email or "").strip().lower() or None


class Person(AbstractBaseUser):
    """A human being, with an account (`account_since`) or only with a claimed personal link.

    `password` holds the password of an account, or the code that a link holder chose for new devices. After `erased_at`
    there is no name, address or way in any more: what is of others too still points here.
    """

    class Theme(models.TextChoices):
        SYSTEM = "", _("Zoals je apparaat")
        LIGHT = "light", _("Licht")
        DARK = "dark", _("Donker")

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    name = models.CharField(_("je naam"), max_length=80)
    email = models.EmailField(_("e-mailadres"), unique=True, null=True, blank=True)
    email_confirmed_at = models.DateTimeField(null=True, blank=True)
    language = models.CharField(
        _("taal"), max_length=2, choices=[("nl", "Nederlands"), ("en", "English")], default="nl"
    )
    theme = models.CharField(_("licht of donker"), max_length=5, choices=Theme, default="", blank=True)
    account_since = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(default=clock.now)
    is_active = models.BooleanField(default=True)
    sessions_ended = models.PositiveIntegerField(default=0)
    erased_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects: ClassVar[PersonManager] = PersonManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def has_account(self) -> bool:
        return self.account_since is not None

    @property
    def first_name(self) -> str:
        if self.erased_at:
            return str(gettext("iemand"))
        return self.name.split(" ")[0] if self.name else ""

    def get_short_name(self) -> str:
        return self.first_name

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """What a session has to know to be hers: another password ends it, and so does ending all at once."""
        known: str = super()._get_session_auth_hash(secret=secret)  # type: ignore[misc]
        if not self.sessions_ended:
            return known
        return salted_hmac(
            "samenstroom.sessions", f"{known}:{self.sessions_ended}", secret, algorithm="sha256"
        ).hexdigest()


class Practice(models.Model):
    """Where a professional works, alone or with colleagues. It owns nothing private."""

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    name = models.CharField(_("naam van je praktijk"), max_length=120)
    created_at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A person works in a practice, from `joined_at` until `left_at`.

    An administrator invites and lets go. She sees nothing more of anybody's work than another member does.
    """

    class Role(models.TextChoices):
        ADMINISTRATOR = "administrator", _("beheerder")
        MEMBER = "member", _("collega")

    practice = models.ForeignKey(Practice, models.CASCADE, related_name="memberships")
    person = models.ForeignKey(Person, models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=13, choices=Role, default=Role.MEMBER)
    joined_at = models.DateTimeField(default=clock.now)
    left_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["practice", "person"],
                condition=models.Q(left_at=None),
                name="one_membership_at_a_time",
            )
        ]


class PracticeInvitation(models.Model):
    """A link with which a colleague joins a practice. The token is kept hashed."""

    practice = models.ForeignKey(Practice, models.CASCADE, related_name="invitations")
    token_hash = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(Person, models.CASCADE, related_name="+")
    invited_at = models.DateTimeField(default=clock.now)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)


class Invitee(models.Model):
    """Someone for whom personal links are minted. After the claim `person` is who claimed."""

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    name = models.CharField(max_length=80)
    person = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="invitations")
    claimed_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return self.name

    @property
    def first_name(self) -> str:
        return self.name.split(" ")[0]


class PersonalLink(models.Model):
    """One copy of an invitee's link. The token itself is never stored."""

    class Channel(models.TextChoices):
        COPY = "copy", _("gekopieerd")
        WHATSAPP = "whatsapp", _("via WhatsApp")
        MAIL = "mail", _("per e-mail")

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    invitee = models.ForeignKey(Invitee, models.CASCADE, related_name="links")
    token_hash = models.CharField(max_length=64, unique=True)
    channel = models.CharField(max_length=8, choices=Channel, default=Channel.COPY)
    minted_by = models.ForeignKey(Person, models.CASCADE, related_name="+")
    minted_at = models.DateTimeField(default=clock.now)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    def works_at(self, now: datetime) -> bool:
        """Whether this copy still opens the door at `now`."""
        return self.withdrawn_at is None and now < self.expires_at


class LinkRequest(models.Model):
    """The invitee asked for a new link on the page of an expired one."""

    invitee = models.ForeignKey(Invitee, models.CASCADE, related_name="requests")
    asked_at = models.DateTimeField()
    granted_at = models.DateTimeField(null=True, blank=True)


class EmailCode(models.Model):
    """A six-digit code sent by mail, to claim a link or to open it on a new device."""

    invitee = models.ForeignKey(Invitee, models.CASCADE, related_name="email_codes")
    email = models.EmailField()
    code_hash = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)


class AddressChange(models.Model):
    """An account gets another address: by a code that was mailed there, or (without mail) by her password alone."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="address_changes")
    was = models.EmailField(blank=True)
    email = models.EmailField()
    code_hash = models.CharField(max_length=64, blank=True)
    asked_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)


class Browser(models.Model):
    """A browser in which a person came in: what kind, and the last day she was seen in it. No address, no place."""

    public_id = models.CharField(max_length=20, unique=True, default=public_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="browsers")
    session_key = models.CharField(max_length=40)
    kind = models.CharField(max_length=40, blank=True)
    began_on = models.DateField()
    seen_on = models.DateField()


class Try(models.Model):
    """One attempt against a throttle. `bucket` is a hash, so it names nobody."""

    bucket = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["bucket", "at"])]

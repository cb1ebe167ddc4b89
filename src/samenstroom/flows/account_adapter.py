"""How sign-up and sign-in (allauth) reach our people and our outbox."""

from __future__ import annotations

from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse

from samenstroom.accounts.browsers import came_in
from samenstroom.accounts.entrance_words import WORDS
from samenstroom.accounts.events import note_refused
from samenstroom.accounts.models import Person
from samenstroom.accounts.practices import start_practice
from samenstroom.flows.addresses import claim_address, tell_unproven
from samenstroom.flows.sign_in import password_changed
from samenstroom.kit import clock
from samenstroom.kit.language import language
from samenstroom.kit.sealing import seal
from samenstroom.kit.tokens import short_code
from samenstroom.mail.accounts import queue_account_mail


class AccountAdapter(DefaultAccountAdapter):
    """Sign-up makes a person with an account and a practice of her own."""

    error_messages: ClassVar = {**DefaultAccountAdapter.error_messages, **WORDS}

    def save_user(self, request: HttpRequest, user: Person, form: Any, commit: bool = True) -> Person:
        """Fill in our own fields; the practice starts with her name and can be renamed."""
        now = clock.now()
        user.name = form.cleaned_data["name"].strip()
        user.language = language()
        user.account_since = user.created_at = now
        person: Person = super().save_user(request, user, form, commit)
        if commit:
            start_practice(person=person, name=person.name, now=now)
            claim_address(person=person, now=now)
        return person

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """For who runs the instance: this address is tried too often, so the password was not even looked at."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            note_refused("stopped: sign-in", None, str(credentials.get("email") or credentials.get("username") or ""))
            raise

    def login(self, request: HttpRequest, user: Person) -> None:
        """See `came_in`."""
        super().login(request, user)
        came_in(request, user, clock.now())

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to how she signs in, which says that it is done."""
        return reverse("workspace:sign_in")

    def send_notification_mail(
        self, template_prefix: str, user: Person, context: dict[str, Any] | None = None, email: str | None = None
    ) -> None:
        """Another password is a change she should hear of, also when it was not she."""
        if template_prefix in ("account/email/password_changed", "account/email/password_reset"):
            password_changed(person=user, now=clock.now())

    def generate_login_code(self) -> str:
        """Six digits, sealed: they wait in a session, and who reads the database does not read them there."""
        return seal(short_code())

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Mail of allauth goes through our own outbox, in our own words."""
        if template_prefix == "account/email/unknown_account":
            tell_unproven(email=email, now=clock.now())
        queue_account_mail(template_prefix, email, context)

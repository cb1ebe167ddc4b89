"""How sign-up and sign-in (allauth) reach our people and our outbox."""

from __future__ import annotations

from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

from samenstroom.accounts.entrance_words import WORDS
from samenstroom.accounts.models import Person
from samenstroom.accounts.practices import start_practice
from samenstroom.accounts.proven import note_proof
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
        return person

    def login(self, request: HttpRequest, user: Person) -> None:
        """Who just signed in need not prove for a quarter of an hour that it is she."""
        super().login(request, user)
        note_proof(request, clock.now())

    def generate_login_code(self) -> str:
        """Six digits, sealed: they wait in a session, and who reads the database does not read them there."""
        return seal(short_code())

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Mail of allauth goes through our own outbox, in our own words."""
        queue_account_mail(template_prefix, email, context)

"""A form of this door."""

from __future__ import annotations

from typing import Any

from samenstroom.accounts.forms import AccountForm


class OwnAccountForm(AccountForm):
    """Turn a link into an account; the address she confirmed at the claim is hers to keep."""

    def __init__(self, *args: Any, known_email: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known_email = known_email

    def clean_email(self) -> str:
        email = str(self.cleaned_data["email"]).strip().lower()
        return email if email == self.known_email else super().clean_email()

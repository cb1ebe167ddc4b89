"""A form of this door."""

from __future__ import annotations

from typing import Any

from samenstroom.accounts.forms import AccountForm


class OwnAccountForm(AccountForm):
    """Turn a link into an account; the address she confirmed at the claim is hers to keep.

    Where mail can tell it to who has the address, the form says of no address that somebody uses it.
    """

    def __init__(self, *args: Any, known_email: str, says_taken: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known_email, self.says_taken = known_email, says_taken

    def clean_email(self) -> str:
        email = str(self.cleaned_data["email"]).strip().lower()
        return super().clean_email() if self.says_taken and email != self.known_email else email

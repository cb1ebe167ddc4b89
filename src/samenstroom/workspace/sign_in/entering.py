"""Coming in by something else than a password alone: the second step, and a passkey. The work is done by allauth."""

from __future__ import annotations

import json
from typing import Any

from allauth.account.internal.flows.login import perform_login
from allauth.account.utils import get_next_redirect_url
from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.webauthn.views import LoginWebAuthnView
from django.http import HttpResponse

from samenstroom.workspace.access import has_passkeys, login_of


class SecondStepView(AuthenticateView):
    """After the password: six digits, a spare code, or a passkey."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Her passkeys only when she has any."""
        page: dict[str, Any] = super().get_context_data(**kwargs)
        page["has_passkeys"] = has_passkeys(self.stage.login.user)
        page["options"] = json.dumps(page["js_data"]["request_options"], default=dict)
        return page


class PasskeyView(LoginWebAuthnView):
    """A passkey instead of address and password; then on to the page that was asked."""

    def form_valid(self, form: Any) -> HttpResponse:
        """It was her device and it asked her finger, face or pin: no second step after it."""
        shown = form.cleaned_data["credential"]
        post_authentication(self.request, shown, passwordless=True)
        came: HttpResponse = perform_login(self.request, login_of(shown.user, get_next_redirect_url(self.request)))
        return came


second_step = SecondStepView.as_view()
passkey = PasskeyView.as_view()

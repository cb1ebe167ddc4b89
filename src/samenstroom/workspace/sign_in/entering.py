"""Coming in by more than a password, or without one: a second step, a passkey, a code by mail. By way of allauth."""

from __future__ import annotations

import json
from typing import Any

from allauth.account.internal.flows.login import perform_login
from allauth.account.utils import get_next_redirect_url
from allauth.account.views import ConfirmLoginCodeView, RequestLoginCodeView
from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.webauthn.views import LoginWebAuthnView
from django.core.exceptions import NON_FIELD_ERRORS as NON_FIELD
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from samenstroom.accounts.events import note_refused
from samenstroom.mail.outbox import mail_is_on
from samenstroom.workspace.sign_in.access import has_passkeys, login_of


class SecondStepView(AuthenticateView):
    """After the password: six digits, a spare code, or a passkey."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Her passkeys only when she has any."""
        page: dict[str, Any] = super().get_context_data(**kwargs)
        page["has_passkeys"] = has_passkeys(self.stage.login.user)
        page["options"] = json.dumps(page["js_data"]["request_options"], default=dict)
        return page

    def form_invalid(self, form: Any) -> HttpResponse:
        """For who runs the instance: somebody with her password had no second step."""
        what = "stopped: second step" if _is_stopped(form, "code") else "second step refused"
        note_refused(what, self.stage.login.user)
        again: HttpResponse = super().form_invalid(form)
        return again


class PasskeyView(LoginWebAuthnView):
    """A passkey instead of address and password; then on to the page that was asked."""

    def form_invalid(self, form: Any) -> HttpResponse:
        """For who runs the instance: this device is nobody's here."""
        note_refused("passkey refused", None)
        again: HttpResponse = super().form_invalid(form)
        return again

    def form_valid(self, form: Any) -> HttpResponse:
        """It was her device and it asked her finger, face or pin: no second step after it."""
        shown = form.cleaned_data["credential"]
        post_authentication(self.request, shown, passwordless=True)
        came: HttpResponse = perform_login(self.request, login_of(shown.user, get_next_redirect_url(self.request)))
        return came


class AskCodeView(RequestLoginCodeView):
    """A code by mail instead of a password."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Without mail there is only the password."""
        if not mail_is_on():
            return HttpResponseRedirect(reverse("account_login"))
        asked: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return asked

    def form_invalid(self, form: Any) -> HttpResponse:
        """For who runs the instance: codes are asked for this address too often."""
        if _is_stopped(form, "email"):
            note_refused("stopped: code by mail", None, str(form.data.get("email", "")))
        again: HttpResponse = super().form_invalid(form)
        return again


class MailedCodeView(ConfirmLoginCodeView):
    """The code from her mail."""

    def form_invalid(self, form: Any) -> HttpResponse:
        """For who runs the instance: not the code that was mailed."""
        note_refused("mailed code refused", self._process.user)
        again: HttpResponse = super().form_invalid(form)
        return again


def too_often(request: HttpRequest) -> HttpResponse:
    """What the library stops by itself: a calm page, and a line for who runs the instance."""
    match = request.resolver_match
    person: Any = request.user if request.user.is_authenticated else None
    note_refused(f"stopped: {match.url_name if match else '-'}", person)
    return render(request, "429.html", status=429)


def _is_stopped(form: Any, field: str) -> bool:
    return bool(
        form.has_error(field, "too_many_login_attempts") or form.has_error(NON_FIELD, "too_many_login_attempts")
    )


ask_code = AskCodeView.as_view()
mailed_code = MailedCodeView.as_view()
second_step = SecondStepView.as_view()
passkey = PasskeyView.as_view()

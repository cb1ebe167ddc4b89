"""Every way in on one page, with how it stands."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from samenstroom.accounts.browsers import browsers_of
from samenstroom.accounts.passkeys import passkeys_of
from samenstroom.accounts.second_step import second_step_since, spare_codes
from samenstroom.flows.addresses import state_of_address
from samenstroom.kit import clock
from samenstroom.workspace.access import person_of, with_account


@with_account
def sign_in(request: HttpRequest) -> HttpResponse:
    """Her password, second step and passkeys."""
    person = person_of(request)
    page = {
        "since": second_step_since(person),
        "codes_left": len(spare_codes(person)),
        "passkeys": passkeys_of(person),
        "address_state": state_of_address(person),
        "browsers": len(browsers_of(request, person, clock.now())),
        "circle": "private",
    }
    return render(request, "workspace/sign_in/overview.html", page)

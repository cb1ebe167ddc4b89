"""What went wrong, in the one shape of RFC 9457, in words a person can read and a code a program can."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from samenstroom.accounts.throttle import TooManyTriesError
from samenstroom.collaborations.actions import NotAllowedError

MEDIA_TYPE = "application/problem+json"

PROBLEMS: Mapping[str, tuple[int, str | Promise]] = {
    "unreadable": (400, gettext_lazy("Dit verzoek is niet te lezen.")),
    "no-token": (401, gettext_lazy("Er is geen sleutel meegestuurd die werkt.")),
    "not-allowed": (403, gettext_lazy("Deze koppeling mag dit niet.")),
    "reads-along": (403, gettext_lazy("Jij leest hier mee. Iemand anders doet dit voor jullie kant.")),
    "not-found": (404, gettext_lazy("Dit is er niet, of het is niet voor jou.")),
    "no-such-method": (405, gettext_lazy("Dit kan niet op dit adres.")),
    "too-late": (409, gettext_lazy("Dit kan nu niet meer. Kijk hoe het er nu bij staat.")),
    "closed": (409, gettext_lazy("Deze samenwerking is afgerond. Er verandert niets meer.")),
    "too-large": (413, gettext_lazy("Dit is meer dan hier past.")),
    "not-valid": (422, gettext_lazy("Er klopt iets niet in wat je stuurde.")),
    "key-used": (422, gettext_lazy("Deze Idempotency-Key hoorde bij iets anders.")),
    "too-many": (429, gettext_lazy("Dit zijn te veel verzoeken na elkaar. Wacht even.")),
    "broken": (500, gettext_lazy("Er ging bij ons iets mis. Wat je stuurde, is niet bewaard.")),
}
"""Code -> status and title. The code is part of the address that `type` holds."""

FAULTS: Mapping[str, str | Promise] = {
    "missing": gettext_lazy("Dit ontbreekt."),
    "extra_forbidden": gettext_lazy("Dit kennen we hier niet."),
    "string_too_long": gettext_lazy("Dit is te lang."),
    "string_too_short": gettext_lazy("Dit is te kort."),
    "string_pattern_mismatch": gettext_lazy("Dit staat er in een andere vorm dan hier past."),
    "literal_error": gettext_lazy("Kies een van de woorden die hier passen."),
}
OTHER_FAULT = gettext_lazy("Deze waarde past hier niet.")


class ProblemError(Exception):
    """Stops a request with one of the problems."""

    def __init__(
        self,
        code: str,
        *,
        errors: Sequence[Mapping[str, str]] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(code)
        self.code, self.errors, self.headers = code, errors, dict(headers or {})


def problem(
    code: str, errors: Sequence[Mapping[str, str]] = (), headers: Mapping[str, str] | None = None
) -> HttpResponse:
    """The answer that tells it."""
    status, title = PROBLEMS[code]
    address = f"{settings.PUBLIC_URL}{reverse('api:documentation')}#{code}"
    body: dict[str, Any] = {"type": address, "title": str(title), "status": status, "code": code}
    if errors:
        body["errors"] = list(errors)
    answer = JsonResponse(body, status=status, json_dumps_params={"ensure_ascii": False})
    answer["Content-Type"] = MEDIA_TYPE
    for name, value in (headers or {}).items():
        answer[name] = value
    return answer


def form_problem(form: forms.Form, names: Mapping[str, str] | None = None) -> ProblemError:
    """What a form says about what was sent, next to each field. `names`: field of the form -> name in the body."""
    known = names or {}
    errors = [
        {"pointer": f"#/{known.get(field, field)}" if field != "__all__" else "#", "detail": str(fault)}
        for field, faults in form.errors.items()
        for fault in faults
    ]
    return ProblemError("not-valid", errors=errors)


def parameter_problem(name: str) -> ProblemError:
    """One parameter of the address is not what it should be."""
    return ProblemError("not-valid", errors=[{"parameter": name, "detail": str(OTHER_FAULT)}])


def too_many(error: TooManyTriesError, now: datetime) -> ProblemError:
    """Too many requests, and when it can go on."""
    seconds = max(1, int((error.retry_at - now).total_seconds()) + 1)
    return ProblemError("too-many", headers={"Retry-After": str(seconds)})


def _faults(error: ValidationError) -> list[dict[str, str]]:
    """What the shape of a request says about it. `loc`: where it stood, first the part of the request."""
    found = []
    for one in error.errors:
        part, *place = one["loc"]
        detail = str(FAULTS.get(one["type"], OTHER_FAULT))
        if part == "body":
            inside = "/".join(str(step) for step in place[1:])
            found.append({"pointer": f"#/{inside}" if inside else "#", "detail": detail})
        else:
            found.append({"parameter": str(place[-1]) if place else str(part), "detail": detail})
    return found


def tell_problems(api: NinjaAPI) -> None:
    """Every error of this door is told as a problem."""

    @api.exception_handler(ProblemError)
    def known(request: HttpRequest, error: ProblemError) -> HttpResponse:
        return problem(error.code, error.errors, error.headers)

    @api.exception_handler(ValidationError)
    def not_valid(request: HttpRequest, error: ValidationError) -> HttpResponse:
        return problem("not-valid", _faults(error))

    @api.exception_handler(AuthenticationError)
    def no_token(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
        return problem("no-token", headers={"WWW-Authenticate": 'Bearer realm="Samenstroom"'})

    @api.exception_handler(NotAllowedError)
    def too_late(request: HttpRequest, error: NotAllowedError) -> HttpResponse:
        return problem("too-late")

    @api.exception_handler(HttpError)
    def unreadable(request: HttpRequest, error: HttpError) -> HttpResponse:
        return problem("unreadable")


def problem_titles() -> list[tuple[str, int, str]]:
    """Code, status and title of each, for the page about them."""
    return [(code, status, str(title)) for code, (status, title) in PROBLEMS.items()]


def needs(scope: str) -> ProblemError:
    """What this connection would have to be allowed."""
    return ProblemError("not-allowed", errors=[{"scope": scope, "detail": _("Dit recht heeft deze koppeling niet.")}])

"""What every template knows about this instance."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from samenstroom import __version__


def instance(request: HttpRequest) -> dict[str, Any]:
    """Adds `instance` (who runs it, how to reach her, whether mail is set up, the version) and `theme`."""
    return {
        "instance": {
            "operator": settings.OPERATOR_NAME,
            "operator_email": settings.OPERATOR_EMAIL,
            "has_mail": settings.MAIL_MODE != "off",
            "url": settings.PUBLIC_URL,
            "version": __version__,
        },
        # A visitor has no choice of her own yet: then the page follows her device.
        "theme": getattr(getattr(request, "user", None), "theme", ""),
    }

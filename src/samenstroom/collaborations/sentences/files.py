"""Files that were kept."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _


def sentences() -> Mapping[str, str]:
    """Kind of line -> its sentence, with `%(actor)s` for who did it."""
    return {
        "file_shared": _("%(actor)s deelde een bestand: %(file)s."),
        "file_removed": _("%(actor)s haalde een bestand weg: %(file)s."),
    }

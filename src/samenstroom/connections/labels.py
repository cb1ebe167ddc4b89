"""What a connection may do, by name."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Scope(models.TextChoices):
    """What a connection may do. Private ones are off unless she ticks them."""

    SHARED_READ = "shared:read", _("Lezen wat van jullie samen is")
    SHARED_WRITE = "shared:write", _("Iets toevoegen aan wat van jullie samen is")
    PRIVATE_READ = "private:read", _("Lezen wat alleen voor jou is")
    PRIVATE_WRITE = "private:write", _("Iets bewaren dat alleen voor jou is")

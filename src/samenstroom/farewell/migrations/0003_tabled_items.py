"""What lies on the table was added when it was laid there: since when somebody kept it for herself is hers."""

from typing import Any

from django.db import migrations
from django.db.models import F


def begin_at_the_table(apps: Any, _schema_editor: Any) -> None:
    items = apps.get_model("farewell", "HandoverItem").objects
    items.filter(tabled_at__gt=F("added_at")).update(added_at=F("tabled_at"))


class Migration(migrations.Migration):
    dependencies = [("farewell", "0002_keep_terms")]  # noqa: RUF012

    operations = [migrations.RunPython(begin_at_the_table, migrations.RunPython.noop)]  # noqa: RUF012

from django.apps import AppConfig


class TableConfig(AppConfig):
    name = "samenstroom.table"
    label = "table"

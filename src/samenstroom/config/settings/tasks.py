"""Work in the background: jobs are rows in the database, done by `samenstroom work`."""

from samenstroom.config.sweeps import SWEEPS as SWEEPS

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

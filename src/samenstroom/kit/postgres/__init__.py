"""Django's engine for PostgreSQL, which says before each statement for whom it runs (see kit/wall.py)."""

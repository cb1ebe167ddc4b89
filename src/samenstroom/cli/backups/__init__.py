"""Backups: one archive with the database, the kept files and a manifest; made, checked by restoring, put back."""

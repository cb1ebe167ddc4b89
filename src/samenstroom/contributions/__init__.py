"""Contributions: hours, money and other work against what was agreed, and invoices."""

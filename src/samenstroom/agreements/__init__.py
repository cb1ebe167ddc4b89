"""Agreements: clauses with typed terms, their check, signing, and what was agreed along the way."""

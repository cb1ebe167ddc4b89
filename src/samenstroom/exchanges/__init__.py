"""Exchanges: the same questions answered by both sides apart, and opened at the same moment."""

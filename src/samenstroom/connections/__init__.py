"""Connections: a program of her own comes in with a token, for exactly what she allowed it."""

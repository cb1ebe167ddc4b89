"""The calendar of one person: what lies ahead for her everywhere, and the address that her calendar reads."""

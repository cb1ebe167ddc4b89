"""How it ends: announced, on record, handed over."""

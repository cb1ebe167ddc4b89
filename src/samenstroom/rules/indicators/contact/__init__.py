"""How the two reach each other and how they speak."""

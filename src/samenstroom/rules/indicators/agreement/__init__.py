"""How it began: on paper or not, with goals or not, with whom."""

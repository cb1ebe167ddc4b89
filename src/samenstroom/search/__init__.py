"""Finding a word back in everything one may see."""

"""Parts without domain words: time, tokens, sealing, languages, slots, components."""

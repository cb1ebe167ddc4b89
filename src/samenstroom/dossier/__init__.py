"""Care: one collaboration as an open, documented file, out and in again without loss (see docs/dossier.md)."""

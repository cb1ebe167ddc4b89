"""What is kept about somebody: seeing it, taking it along, correcting it, and having it erased."""

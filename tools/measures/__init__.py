"""What tools/size.py counts."""

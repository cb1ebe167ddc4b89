"""What goes well, told as gladly as the rest. These weigh nothing against anything else."""

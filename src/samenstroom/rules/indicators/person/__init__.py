"""About the person who looks: motives, rules of her own, and what is not safe."""

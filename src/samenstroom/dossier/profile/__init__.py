"""Who somebody is, in a file of her own: profile, boundaries with their versions, and her page. Out, and in again."""

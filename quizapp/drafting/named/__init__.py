"""Names: what they are names of, what an article calls them, and the tables of known ones."""

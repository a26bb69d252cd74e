"""What an author is told of a pack: evidence, wording, options, duplicates, figures."""

"""Questions out of a parse, where spaCy and a pipeline are installed."""

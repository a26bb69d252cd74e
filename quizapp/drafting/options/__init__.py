"""Wrong options: of the answer's kind, false, and as likely as it."""

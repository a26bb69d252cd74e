"""What the words of an English sentence are: clauses, statements, speech, times, numbers."""

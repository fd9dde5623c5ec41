"""Other people's files become records, always as a difference first."""

"""Forms for agreements: Word files made from the clauses, filled with what the data knows."""

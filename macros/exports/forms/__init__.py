"""Papers around a school's concept to fill in: Selbstevaluation, cover letter, lists, review."""

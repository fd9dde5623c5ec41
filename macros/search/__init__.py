"""What the search knows of German: word parts, spellings, synonyms, and what an entry is."""

"""Das Rahmenkonzept Schulsozialarbeit als Website."""

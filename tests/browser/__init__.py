"""Tests in a real browser over the built sites of both shipped regions."""

"""Measures speed and memory; prints figures and ratios and asserts nothing."""

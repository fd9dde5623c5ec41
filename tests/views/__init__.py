"""Tests of the macros, on a region small enough to read: ``data/`` beside this file."""

"""The finished publication is checked as a whole before anybody can see it."""

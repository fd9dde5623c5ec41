"""What git remembers: ids of earlier states, so that none vanishes unnoticed."""

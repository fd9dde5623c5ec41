"""The whole Rahmenkonzept as one PDF per Fassung, made of the frozen wording and nothing else."""

"""Quarter: the figures of a period, what stands in their way, and how they leave for the office."""

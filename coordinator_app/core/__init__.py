"""The rules of the work: what is recorded, what follows from it, and what is reported."""

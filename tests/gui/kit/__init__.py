"""Every piece of the kit does what it says, on a little screen over a little book."""

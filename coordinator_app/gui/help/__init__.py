"""The help: a window with a page about each screen, in the chosen language, without a network."""

"""Random product scenes for Blender's Cycles, with exact masks."""

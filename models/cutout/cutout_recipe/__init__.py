"""How NaikKelas's own cut-out network is made: scenes, composites, training, figures, export."""

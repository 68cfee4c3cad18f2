//! NaikKelas.

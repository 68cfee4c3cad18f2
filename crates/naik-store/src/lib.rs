//! What is kept: people, shops, products, kits, jobs and files.

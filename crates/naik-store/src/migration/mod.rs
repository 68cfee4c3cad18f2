//! How the tables came to be, one step a file; a step that was released is never changed.

use sea_orm_migration::prelude::*;

mod m0001_first;
mod m0004_storefront;
mod m0005_sales;
mod shape;

/// All steps, oldest first.
pub(crate) struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_first::Migration),
            Box::new(m0004_storefront::Migration),
            Box::new(m0005_sales::Migration),
        ]
    }
}

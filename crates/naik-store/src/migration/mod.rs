//! How the tables came to be, one step a file; a step that was released is never changed.

use sea_orm_migration::prelude::*;

mod m0001_first;
mod m0002_passkey;
mod m0003_check;
mod m0004_storefront;
mod m0005_sales;
mod m0006_programme;
mod m0007_receipt;
mod m0008_hand_over;
mod m0009_neighbour;
mod m0010_board;
mod m0011_address;
mod m0012_measure;
mod m0013_certificate;
mod m0014_index;
mod shape;

/// All steps, oldest first.
pub(crate) struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_first::Migration),
            Box::new(m0002_passkey::Migration),
            Box::new(m0003_check::Migration),
            Box::new(m0004_storefront::Migration),
            Box::new(m0005_sales::Migration),
            Box::new(m0006_programme::Migration),
            Box::new(m0007_receipt::Migration),
            Box::new(m0008_hand_over::Migration),
            Box::new(m0009_neighbour::Migration),
            Box::new(m0010_board::Migration),
            Box::new(m0011_address::Migration),
            Box::new(m0012_measure::Migration),
            Box::new(m0013_certificate::Migration),
            Box::new(m0014_index::Migration),
        ]
    }
}

//! What the same library does with nothing around it: `bare PORT DATABASE` answers `/hello` with a word and `/row` with
//! one person's name, read from a database of the platform.

use axum::extract::State;
use axum::{Router, routing::get};
use sqlx::Row;
use sqlx::sqlite::{SqlitePool, SqlitePoolOptions};

#[tokio::main]
async fn main() {
    let mut arguments = std::env::args().skip(1);
    let port = arguments.next().unwrap_or_default();
    let database = arguments.next().unwrap_or_default();
    let pool = SqlitePoolOptions::new()
        .max_connections(4)
        .connect(&format!("sqlite://{database}?mode=ro"))
        .await
        .expect("the database of a platform");
    let app = Router::new()
        .route("/hello", get(|| async { "halo" }))
        .route("/row", get(row))
        .with_state(pool);
    let listener = tokio::net::TcpListener::bind(format!("127.0.0.1:{port}"))
        .await
        .expect("a free port");
    axum::serve(listener, app).await.expect("a server");
}

async fn row(State(pool): State<SqlitePool>) -> String {
    sqlx::query("SELECT name FROM person LIMIT 1")
        .fetch_one(&pool)
        .await
        .map(|row| row.get(0))
        .unwrap_or_default()
}

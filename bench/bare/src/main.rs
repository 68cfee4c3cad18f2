//! What the same library does with nothing around it: `bare PORT DATABASE` answers `/hello` with a word and `/row` with
//! one person's name, read from a database of the platform; `/rows` reads the four things that tell who calls with a key.

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
        .route("/rows", get(rows))
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

async fn rows(State(pool): State<SqlitePool>) -> String {
    read(&pool).await.unwrap_or_default()
}

/// The key's row, its holder, their shops and those that they accompany.
async fn read(pool: &SqlitePool) -> Result<String, sqlx::Error> {
    let key = sqlx::query("SELECT * FROM token WHERE revoked_at IS NULL LIMIT 1")
        .fetch_one(pool)
        .await?;
    let id: Vec<u8> = key.get("person_id");
    let person = sqlx::query("SELECT * FROM person WHERE id = ?")
        .bind(&id)
        .fetch_one(pool)
        .await?;
    let posts = sqlx::query("SELECT * FROM post WHERE person_id = ? ORDER BY since")
        .bind(&id)
        .fetch_all(pool)
        .await?;
    let mentored = sqlx::query("SELECT * FROM mentoring WHERE mentor_id = ?")
        .bind(&id)
        .fetch_all(pool)
        .await?;
    let name: String = person.get("name");
    Ok(format!("{name} {} {}", posts.len(), mentored.len()))
}

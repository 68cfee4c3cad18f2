//! Files in a bucket, on an S3 server that each test starts on loopback.

use bytes::Bytes;
use hyper_util::rt::TokioIo;
use naik_store::{Bucket, Open, Store, StoreError};
use s3s::auth::SimpleAuth;
use s3s::service::S3ServiceBuilder;
use tokio::net::TcpListener;

const NAME: &str = "naik-malang";
const KEY: &str = "kunci";
const SECRET: &str = "rahasia-sekali";

/// Where a server listens that ends with its test.
async fn server(folder: &std::path::Path) -> String {
    std::fs::create_dir(folder.join(NAME)).unwrap();
    let mut builder = S3ServiceBuilder::new(s3s_fs::FileSystem::new(folder).unwrap());
    builder.set_auth(SimpleAuth::from_single(KEY, SECRET));
    let service = builder.build();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((socket, _)) = listener.accept().await {
            let service = service.clone();
            tokio::spawn(async move {
                let connection = hyper_util::server::conn::auto::Builder::new(
                    hyper_util::rt::TokioExecutor::new(),
                );
                let _ = connection
                    .serve_connection(TokioIo::new(socket), service)
                    .await;
            });
        }
    });
    format!("http://{address}")
}

fn bucket(endpoint: String, prefix: &str, secret: &str) -> Bucket {
    Bucket {
        name: NAME.to_owned(),
        prefix: prefix.to_owned(),
        endpoint: Some(endpoint),
        region: "us-east-1".to_owned(),
        key_id: Some(KEY.to_owned()),
        secret: Some(secret.to_owned()),
    }
}

async fn store(data: &std::path::Path, bucket: Bucket) -> Store {
    let open = Open {
        data: data.to_owned(),
        database: None,
        bucket: Some(bucket),
    };
    Store::open(&open).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bucket_keeps_what_a_folder_would() {
    let place = tempfile::tempdir().unwrap();
    let served = place.path().join("s3");
    std::fs::create_dir(&served).unwrap();
    let endpoint = server(&served).await;
    let data = place.path().join("data");
    let first = store(&data, bucket(endpoint.clone(), "kota", SECRET)).await;
    let files = first.blobs();
    files.ping().await.unwrap();

    let address = files.put(Bytes::from_static(b"guci"), 0).await.unwrap();
    assert_eq!(files.get(&address).await.unwrap().as_ref(), b"guci");
    let all = files.all().await.unwrap();
    assert_eq!(all.len(), 1);
    assert_eq!(all.first().unwrap().0, address);
    let young = all.first().unwrap().1;
    let again = files.put(Bytes::from_static(b"guci"), young).await.unwrap();
    assert_eq!(again, address);

    for (at, part) in [(0, "gu"), (2, "ci")] {
        files.put_chunk("u1", at, part.into()).await.unwrap();
    }
    assert_eq!(files.uploads().await.unwrap(), ["u1"]);
    assert_eq!(files.chunks("u1", 4).await.unwrap(), b"guci");
    files.drop_chunks("u1").await.unwrap();
    assert!(files.uploads().await.unwrap().is_empty());

    // Another machine with the same settings sees the same files; another prefix is another city's.
    let other = place.path().join("other");
    let second = store(&other, bucket(endpoint.clone(), "kota", SECRET)).await;
    assert_eq!(
        second.blobs().get(&address).await.unwrap().as_ref(),
        b"guci"
    );
    let third = store(&other, bucket(endpoint, "desa", SECRET)).await;
    let missing = third.blobs().get(&address).await;
    assert!(matches!(missing, Err(StoreError::Missing)), "{missing:?}");

    files.remove(&address).await.unwrap();
    files.remove(&address).await.unwrap();
    let gone = second.blobs().get(&address).await;
    assert!(matches!(gone, Err(StoreError::Missing)), "{gone:?}");
    assert!(!data.join("files").exists(), "nothing lies in a folder");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_key_is_said_at_once() {
    let place = tempfile::tempdir().unwrap();
    let served = place.path().join("s3");
    std::fs::create_dir(&served).unwrap();
    let endpoint = server(&served).await;
    let data = place.path().join("data");
    let store = store(&data, bucket(endpoint, "", "tebakan")).await;
    let refused = store.blobs().ping().await;
    let Err(StoreError::Blob(error)) = refused else {
        panic!("let in with a wrong key");
    };
    assert!(!error.to_string().contains("tebakan"), "{error}");
}

//! Files in a bucket that several machines share, over the S3 protocol.

use std::fmt;
use std::sync::Arc;

use object_store::ObjectStore;
use object_store::aws::AmazonS3Builder;
use object_store::path::Path as Key;
use object_store::prefix::PrefixStore;

use crate::error::Result;

/// Where a bucket is, and what opens it.
#[derive(Clone, PartialEq, Eq)]
pub struct Bucket {
    /// Its name.
    pub name: String,
    /// What every file's name begins with; may be empty.
    pub prefix: String,
    /// The server: `https://s3.example.go.id`; that of Amazon when absent.
    pub endpoint: Option<String>,
    /// The region; many servers want any at all.
    pub region: String,
    /// The name of the key; what the machine itself is given by its cloud when absent.
    pub key_id: Option<String>,
    /// The key itself.
    pub secret: Option<String>,
}

impl fmt::Debug for Bucket {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Bucket")
            .field("name", &self.name)
            .field("prefix", &self.prefix)
            .field("endpoint", &self.endpoint)
            .field("region", &self.region)
            .finish_non_exhaustive()
    }
}

impl Bucket {
    /// The name and the prefix of `s3://name/prefix`.
    pub fn parse(url: &str) -> Option<(String, String)> {
        let rest = url.strip_prefix("s3://")?;
        let (name, prefix) = rest.split_once('/').unwrap_or((rest, ""));
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_');
        let is_name = (3..=63).contains(&name.len()) && name.chars().all(plain);
        let prefix = prefix.trim_matches('/');
        let is_prefix = prefix.chars().all(|c| plain(c) || c == '/');
        (is_name && is_prefix).then(|| (name.to_owned(), prefix.to_owned()))
    }

    /// Opens it; nothing is asked of the server yet.
    ///
    /// # Errors
    /// When the server's address can't be read.
    pub(crate) fn open(&self) -> Result<Arc<dyn ObjectStore>> {
        // Another part of the program may have chosen one before: any will do.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mut builder = AmazonS3Builder::new()
            .with_bucket_name(&self.name)
            .with_region(&self.region);
        if let Some(endpoint) = &self.endpoint {
            builder = builder
                .with_endpoint(endpoint)
                .with_allow_http(endpoint.starts_with("http://"));
        }
        if let (Some(id), Some(secret)) = (&self.key_id, &self.secret) {
            builder = builder
                .with_access_key_id(id)
                .with_secret_access_key(secret);
        }
        let store = builder.build()?;
        if self.prefix.is_empty() {
            return Ok(Arc::new(store));
        }
        let prefix = Key::from(self.prefix.as_str());
        Ok(Arc::new(PrefixStore::new(store, prefix)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_a_name_and_perhaps_a_prefix() {
        let parts = |url| Bucket::parse(url);
        let is = |name: &str, prefix: &str| Some((name.to_owned(), prefix.to_owned()));
        assert_eq!(parts("s3://naik-malang"), is("naik-malang", ""));
        assert_eq!(parts("s3://naik-malang/a/b/"), is("naik-malang", "a/b"));
        for wrong in [
            "",
            "naik",
            "s3://",
            "s3:///a",
            "s3://a b",
            "http://naik",
            "s3://naik/a?b",
        ] {
            assert_eq!(parts(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_key_is_never_shown() {
        let bucket = Bucket {
            name: "naik".to_owned(),
            prefix: String::new(),
            endpoint: None,
            region: "jkt".to_owned(),
            key_id: Some("kunci".to_owned()),
            secret: Some("rahasia".to_owned()),
        };
        let shown = format!("{bucket:?}");
        assert!(
            !shown.contains("rahasia") && !shown.contains("kunci"),
            "{shown}"
        );
    }
}

//! Words and names whose comments a shop lets pass: kept for whoever works there.

use naik_core::access::{Action, Who};
use naik_core::id::ShopId;
use naik_core::message::Message;
use naik_store::StoreError;
use naik_store::repo::allowed_word;

use super::Platform;
use super::error::Fault;

/// Words of one shop, at most.
pub const WORDS_MOST: usize = 200;
/// The longest of them, in characters.
pub const WORD_MOST: usize = 60;

/// The words of a text, one a line or between commas: small letters, each once, in order.
///
/// # Errors
/// `Refused` when there are too many, or one is too long.
pub fn allowed(text: &str) -> Result<Vec<String>, Fault> {
    let mut words: Vec<String> = text
        .split(['\n', ','])
        .map(|word| word.trim().to_lowercase())
        .filter(|word| !word.is_empty())
        .collect();
    words.sort();
    words.dedup();
    if words.len() > WORDS_MOST {
        let message = Message::new("allow-too-many").with("most", WORDS_MOST);
        return Err(Fault::field("allow", message));
    }
    if words.iter().any(|word| word.chars().count() > WORD_MOST) {
        let message = Message::new("allow-too-long").with("most", WORD_MOST);
        return Err(Fault::field("allow", message));
    }
    Ok(words)
}

/// The words that are kept after a change: what was added and taken out since `seen` was read, done to what is kept now.
pub fn changed(kept: &[String], seen: &[String], wished: &[String]) -> Vec<String> {
    let gone = |word: &&String| seen.contains(word) && !wished.contains(word);
    let added = wished.iter().filter(|word| !seen.contains(word));
    let mut words: Vec<String> = kept.iter().filter(|word| !gone(word)).cloned().collect();
    words.extend(added.cloned());
    words.sort();
    words.dedup();
    words
}

impl Platform {
    /// The words of the shop that whoever asks works in; none for those who work in none.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn allowed_words(&self, who: &Who) -> Result<Vec<String>, Fault> {
        match self.tended_shop(who).await? {
            Some(shop) => Ok(allowed_word::list(self.store.db(), shop).await?),
            None => Ok(Vec::new()),
        }
    }

    /// Keeps the words of the shop that whoever asks works in. Nothing happens for those who work in none.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn keep_allowed_words(&self, who: &Who, words: &[String]) -> Result<(), Fault> {
        let Some(shop) = self.tended_shop(who).await? else {
            return Ok(());
        };
        let change = self.store.begin().await?;
        if allowed_word::list(&change, shop).await? != words {
            allowed_word::replace(&change, shop, words, self.now()).await?;
        }
        change.commit().await.map_err(StoreError::from)?;
        Ok(())
    }

    /// The first shop that someone works in, if they may tend what it shows.
    async fn tended_shop(&self, who: &Who) -> Result<Option<ShopId>, Fault> {
        match who {
            // Whoever helps with products also answers what is written under them.
            Who::Person(member) if !member.shops.is_empty() => {
                Ok(Some(self.own_shop(who, Action::EditProduct).await?))
            }
            _ => Ok(None),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_knew_no_words_wipes_none() {
        let list = |text: &str| allowed(text).unwrap();
        for (kept, seen, wished, after) in [
            ("a,b", "", "", "a,b"),
            ("a,b", "", "c", "a,b,c"),
            ("a,b", "a,b", "b", "b"),
            ("a,b", "a", "c", "b,c"),
            ("", "a", "a", ""),
        ] {
            let words = changed(&list(kept), &list(seen), &list(wished));
            assert_eq!(words, list(after), "{kept} {seen} {wished}");
        }
    }
}

//! Enumerations.

use naik_core::lang::Lang;

/// Joins items as the language does: `a`, `a dan b`, `a, b, dan c`; an item that holds a `dan` of its own is
/// joined by `serta`, so that each `dan` binds what stands beside it.
pub fn join<S: AsRef<str>>(items: &[S], lang: Lang) -> String {
    let word = match lang {
        Lang::En => "and",
        _ if items.iter().any(|item| item.as_ref().contains(" dan ")) => "serta",
        _ => "dan",
    };
    join_with(items, word)
}

/// Joins items as choices: `a atau b`, `a, b, atau c`.
pub fn choice<S: AsRef<str>>(items: &[S], lang: Lang) -> String {
    join_with(items, if lang == Lang::En { "or" } else { "atau" })
}

fn join_with<S: AsRef<str>>(items: &[S], word: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [one, two] => format!("{} {word} {}", one.as_ref(), two.as_ref()),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{}, {word} {}", first.join(", "), last.as_ref())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_read_as_indonesian() {
        assert_eq!(join(&["a"], Lang::Id), "a");
        assert_eq!(join(&["a", "b"], Lang::Id), "a dan b");
        assert_eq!(join(&["a", "b", "c"], Lang::Jv), "a, b, dan c");
        assert_eq!(
            join(&["katun", "indigo dan soga"], Lang::Id),
            "katun serta indigo dan soga"
        );
        assert_eq!(choice(&["a", "b", "c"], Lang::En), "a, b, or c");
        assert_eq!(join::<&str>(&[], Lang::Id), "");
    }
}

//! What the tags are for invented sentences.

use super::*;

fn tag_of(source: &str, word: &str) -> Tag {
    let text = Text::new(None, source);
    let tagged = lexicon::tag(&text);
    let tags = tag(&text, &tagged);
    let i = (0..text.tokens.len()).find(|i| text.word(*i) == word).expect("the word stands in the source");
    tags[i]
}

#[test]
fn verbs_and_nouns_of_one_form_are_told_apart() {
    for (source, word, tag) in [
        ("The strike killed two people.", "strike", Tag::Noun),
        ("They will strike the port.", "strike", Tag::Base),
        ("The shelling wounded six people.", "shelling", Tag::Noun),
        ("Rebels were shelling the town.", "shelling", Tag::Ing),
        ("Six people were wounded.", "wounded", Tag::Part),
        ("The wounded were moved.", "wounded", Tag::Noun),
        ("Six wounded soldiers were moved.", "wounded", Tag::Adj),
        ("The six people wounded in the raid were moved.", "wounded", Tag::Part),
        ("A blast wounded six people.", "wounded", Tag::Past),
        ("Attacks on the town went on.", "Attacks", Tag::Nouns),
        ("He said that two died.", "that", Tag::Wh),
    ] {
        assert_eq!(tag_of(source, word), tag, "{source} {word}");
    }
}

#[test]
fn names_are_told_by_their_capitals() {
    assert_eq!(tag_of("On Tuesday Oleh Marchuk spoke.", "Marchuk"), Tag::Proper);
    assert_eq!(tag_of("Rescuers spoke.", "Rescuers"), Tag::Nouns);
}

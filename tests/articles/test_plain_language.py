import pytest

from articles import plain_language as plain


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", []),
        ("Eén zin", ["Eén zin"]),
        ("Eén zin. En nog een! Wat? Ja…", ["Eén zin.", "En nog een!", "Wat?", "Ja…"]),
        ("Hij zei: ‘Kom.’ ‘Nee,’ zei zij.", ["Hij zei: ‘Kom.", "‘Nee,’ zei zij."]),
        ("Neem bijv. een stoel.", ["Neem bijv. een stoel."]),
        ("Om 9.30 uur.", ["Om 9.30 uur."]),
        ("Een regel\nnog een", ["Een regel", "nog een"]),
        ("Écht. Ûit. Ø", ["Écht.", "Ûit.", "Ø"]),
        (" … — !", []),
    ],
)
def test_a_text_is_cut_into_sentences(text: str, sentences: list[str]) -> None:
    assert plain.sentences(text) == sentences


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("een twee", 2),
        ("’s morgens", 2),
        ("foto’s", 1),
        ("e-mail", 1),
        ("9.30", 2),
        ("–", 0),
    ],
)
def test_words_are_counted_as_people_do(text: str, words: int) -> None:
    assert plain.count_words(text) == words


def test_the_longest_sentence_comes_first() -> None:
    text = f"Kort. {'A ' * 21}a. {'B ' * 30}b. {'C ' * 19}c."
    assert [one[0] for one in plain.long_sentences(text)] == ["B", "A"]


@pytest.mark.parametrize(
    ("text", "passive"),
    [
        ("Er wordt gelezen.", 1),
        ("Wij lezen.", 0),
        ("Zij werden gebeld. WORDEN wij ook gebeld?", 2),
        ("Het woord verwordt.", 0),
    ],
)
def test_a_passive_sentence(text: str, passive: int) -> None:
    assert len(plain.passive_sentences(text)) == passive


@pytest.mark.parametrize(
    ("text", "shouted"),
    [
        ("Dat is BELANGRIJK!", ["BELANGRIJK"]),
        ("LET OP UW TAS", ["LET OP UW TAS"]),
        ("De VNG en het UWV", []),
        ("VNG, UWV, KNMI", []),
        ("Hier. Daar.", []),
    ],
)
def test_capitals_shout_and_abbreviations_do_not(text: str, shouted: list[str]) -> None:
    assert plain.shouted(text) == shouted


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Het UWV en de VNG, het UWV.", ["UWV", "VNG"]),
        ("O.a. niet, d.m.v. wel.", ["d.m.v."]),
        ("LET OP UW TAS", []),
        ("A en B", []),
        ("COVID-19", []),
    ],
)
def test_what_is_an_abbreviation(text: str, short: list[str]) -> None:
    assert plain.abbreviations(text) == short


@pytest.mark.parametrize(
    ("whole", "left"),
    [
        ("Het UWV.", ["UWV"]),
        ("Het uitkeringskantoor (UWV).", []),
        ("Het UWV (daar krijgt u een uitkering).", []),
    ],
)
def test_what_is_explained_needs_no_explanation(whole: str, left: list[str]) -> None:
    assert plain.unexplained(["UWV", "EU"], whole) == left


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Thans, thans en Tevens.", [("thans", "nu"), ("tevens", "ook")]),
        ("Met betrekking tot u", [("met betrekking tot", "over")]),
        ("Dochter en indiening", []),
    ],
)
def test_jargon_comes_with_a_plain_word(text: str, pairs: list[tuple[str, str]]) -> None:
    assert plain.hard_words(text) == pairs


@pytest.mark.parametrize(
    ("text", "excerpt"), [("een twee", "een twee"), ("een  twee drie", "een twee …"), ("", "")]
)
def test_an_excerpt_is_the_beginning(text: str, excerpt: str) -> None:
    assert plain.excerpt(text, 2) == excerpt

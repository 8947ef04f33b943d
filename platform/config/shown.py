"""What pages show: which tables, and which pages a row of each leads to.

A test asks every page that may be kept, and sees whether each table that it read is named here.
"""

import re
from typing import Final

from comments.models.states import PLACED
from comments.models.word import WORDS
from delivery.shown import SITE, Shown, name

#: Lists, the front page and feeds of articles: they tell of reactions under many articles.
REACTIONS: Final = "reactions"

_PLACED: Final = ", ".join(f"'{state.value}'" for state in PLACED)
_CHANGES: Final = frozenset({"update", "delete"})


def page_of(article: str) -> str:
    """The page of an article, by the column that refers to it."""
    return (
        "SELECT '/artikelen/' || slug || '/' AS name"  # noqa: S608 - of constants
        f" FROM articles_article WHERE id = {{row}}.{article}"
    )


#: Everybody's page, for what editors and administrators change.
EVERYWHERE: Final = (
    *("articles_author", "articles_authorship", "articles_correction", "articles_series"),
    *("articles_topic", "articles_articletopic", "articles_formerslug"),
    *("articles_textblock", "articles_pullquote", "articles_tip", "articles_imageblock"),
    *("articles_embedblock", "auth_group", "accounts_user_groups"),
    *("pages_page", "pages_accessibilitystatement", "pages_contactpage", "pages_menuitem"),
    *("pages_privacystatement", "pages_purpose", "pages_retention", "pages_houserules"),
    *("pages_rule", "pages_rulesversion", "pages_textpage", "pages_publication"),
    *("comments_policy", "comments_openinghours", "comments_closedday"),
)
TABLES: Final = (
    *(Shown(table) for table in EVERYWHERE),
    Shown("articles_article"),
    # Nobody's sign-in, password or wish about mail shows; a name and a role may.
    Shown(
        "accounts_user",
        but_not=frozenset(
            {"password", "last_login", "language", "mail_to_moderate", "mail_own_articles"}
        ),
    ),
    # No page shows these; who judges by them keeps them: see delivery/settled.py.
    Shown("comments_wordrule", (name(WORDS),)),
    # What was asked of a reader shows once it is in the article.
    Shown("comments_adoption", when="{row}.tip_id IS NOT NULL"),
    # What waits or was refused shows nowhere.
    Shown(
        "comments_comment",
        (page_of("discussion_id"), name(REACTIONS)),
        when=f"{{row}}.state IN ({_PLACED})",
        but_not=frozenset({"read_at", "email"}),
    ),
    # Since when something is gone.
    Shown(
        "comments_decision",
        (page_of("discussion_id"),),
        when="{row}.to_state IN ('removed', 'withdrawn')",
    ),
    # As it comes to be, it is what a page without one takes for granted.
    Shown(
        "comments_discussion",
        (page_of("article_id"), name(REACTIONS)),
        but_not=frozenset({"last_number", "slow_minutes"}),
        events=_CHANGES,
    ),
    Shown(
        "comments_discussion",
        (page_of("article_id"), name(REACTIONS)),
        when="{row}.opening <> 'policy' OR {row}.published_count <> 0"
        " OR {row}.closes_at IS NOT NULL OR {row}.mode <> ''",
        events=frozenset({"insert"}),
    ),
)

_SLUG: Final = r"[-\w]+"
#: What may be kept, and what each page depends on beside the whole site: its own article's page
#: (the first group), or reactions anywhere.
_ARTICLE: Final = re.compile(
    rf"/artikelen/({_SLUG})/|/feeds/artikelen/({_SLUG})/reacties\.atom", re.ASCII
)
_LISTS: Final = re.compile(
    rf"/|/(?:onderwerpen|auteurs|reeksen)/(?:{_SLUG}/)?|/archief/(?:\d{{4}}/(?:\d{{1,2}}/)?)?"
    rf"|/feeds/(?:reacties\.atom|artikelen\.\w+|(?:onderwerpen|auteurs|reeksen)/{_SLUG}\.\w+)"
)
_STILL: Final = re.compile(
    r"/(?:huisregels/(?:versie/\d{1,6}/)?|huisregels\.json|privacy/|toegankelijkheid/|contact/"
    rf"|colofon/|over/{_SLUG}/|robots\.txt|site\.webmanifest|sitemap\.xml|sitemap-\w+\.xml)",
    re.ASCII,
)
#: Of each kind the parameters that make another page of it, in the one order that we write.
_NUMBER: Final = r"[1-9]\d{0,4}"
_ARTICLE_ASKED: Final = re.compile(
    rf"(?:reacties={_NUMBER}(?:&volgorde=nieuwste)?|volgorde=nieuwste)?", re.ASCII
)
_LIST_ASKED: Final = re.compile(rf"(?:pagina={_NUMBER})?", re.ASCII)


def editions_of(path: str, query: str) -> tuple[str, ...]:
    """What the page at this address depends on; nothing where it is not to be kept."""
    if found := _ARTICLE.fullmatch(path):
        own = f"/artikelen/{found[1] or found[2]}/"
        return (SITE, own) if _ARTICLE_ASKED.fullmatch(query) else ()
    if _LISTS.fullmatch(path):
        return (SITE, REACTIONS) if _LIST_ASKED.fullmatch(query) else ()
    return (SITE,) if not query and _STILL.fullmatch(path) else ()

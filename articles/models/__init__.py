from articles.models.addresses import FormerSlug
from articles.models.article import Article
from articles.models.authorship import Authorship
from articles.models.blocks import (
    BLOCKS,
    Block,
    EmbedBlock,
    ImageBlock,
    PullQuote,
    TextBlock,
    Tip,
)
from articles.models.correction import Correction
from articles.models.history import Event
from articles.models.people import Author
from articles.models.proof import ProofLink, QuoteRequest, Remark
from articles.models.series import Series
from articles.models.topic import ArticleTopic, Topic

__all__ = [
    "BLOCKS",
    "Article",
    "ArticleTopic",
    "Author",
    "Authorship",
    "Block",
    "Correction",
    "EmbedBlock",
    "Event",
    "FormerSlug",
    "ImageBlock",
    "ProofLink",
    "PullQuote",
    "QuoteRequest",
    "Remark",
    "Series",
    "TextBlock",
    "Tip",
    "Topic",
]

"""The desk of the conversation: reactions to judge, discussions to close, the policy."""

from comments.admin.discussions import DiscussionAdmin
from comments.admin.notices import NoticeAdmin
from comments.admin.policy import PolicyAdmin
from comments.admin.reactions import CommentAdmin
from comments.admin.words import WordRuleAdmin
from comments.admin.writers import MeasureAdmin, WriterAdmin

__all__ = [
    "CommentAdmin",
    "DiscussionAdmin",
    "MeasureAdmin",
    "NoticeAdmin",
    "PolicyAdmin",
    "WordRuleAdmin",
    "WriterAdmin",
]

"""The desk of the conversation: reactions to judge, discussions to close, the policy."""

from comments.admin.discussions import DiscussionAdmin
from comments.admin.policy import PolicyAdmin
from comments.admin.reactions import CommentAdmin

__all__ = ["CommentAdmin", "DiscussionAdmin", "PolicyAdmin"]

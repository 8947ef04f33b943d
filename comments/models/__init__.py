from comments.models.adoption import Adoption
from comments.models.comment import Comment
from comments.models.decision import Decision
from comments.models.discussion import Discussion
from comments.models.follow import Follow
from comments.models.hours import ClosedDay, OpeningHours
from comments.models.notice import Notice
from comments.models.notice_move import NoticeMove
from comments.models.policy import Policy
from comments.models.version import Version
from comments.models.word import WordRule
from comments.models.writer import Measure, Writer

__all__ = [
    "Adoption",
    "ClosedDay",
    "Comment",
    "Decision",
    "Discussion",
    "Follow",
    "Measure",
    "Notice",
    "NoticeMove",
    "OpeningHours",
    "Policy",
    "Version",
    "WordRule",
    "Writer",
]

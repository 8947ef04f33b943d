from pages.admin.kinds import AccessibilityAdmin, ContactAdmin, PrivacyAdmin, TextPageAdmin
from pages.admin.publication import PublicationAdmin
from pages.admin.rules import HouseRulesAdmin

__all__ = [
    "AccessibilityAdmin",
    "ContactAdmin",
    "HouseRulesAdmin",
    "PrivacyAdmin",
    "PublicationAdmin",
    "TextPageAdmin",
]

"""The site itself and the pages that its editors maintain."""

from pages.models.accessibility import AccessibilityStatement
from pages.models.contact import ContactPage
from pages.models.menu import MenuItem
from pages.models.page import Page
from pages.models.privacy import PrivacyStatement, Purpose, Retention
from pages.models.publication import Publication, site_name
from pages.models.rules import HouseRules, Rule, RulesVersion
from pages.models.text import TextPage

__all__ = [
    "AccessibilityStatement",
    "ContactPage",
    "HouseRules",
    "MenuItem",
    "Page",
    "PrivacyStatement",
    "Publication",
    "Purpose",
    "Retention",
    "Rule",
    "RulesVersion",
    "TextPage",
    "site_name",
]

from io import StringIO

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.db.models import Value
from django.db.models.functions import Concat

from accounts import roles
from accounts.models import User


def permissions_of(name: str) -> set[str]:
    full = Concat("content_type__app_label", Value("."), "codename")
    return set(Group.objects.get(name=name).permissions.values_list(full, flat=True))


@pytest.mark.django_db
@pytest.mark.parametrize("name", roles.ROLES)
def test_a_role_may_do_exactly_what_is_written(name: str) -> None:
    roles.install()
    assert permissions_of(name) == set(roles.ROLES[name])


@pytest.mark.django_db
def test_installing_again_changes_nothing(ada: User) -> None:
    before = {name: permissions_of(name) for name in roles.ROLES}
    roles.install()
    assert {name: permissions_of(name) for name in roles.ROLES} == before
    assert Group.objects.count() == len(roles.ROLES)
    assert [group.name for group in ada.groups.all()] == [roles.AUTHORS]


@pytest.mark.django_db
def test_installing_takes_back_what_a_role_should_not_have() -> None:
    roles.install()
    group = Group.objects.get(name=roles.AUTHORS)
    group.permissions.add(Permission.objects.get(codename="publish_article"))
    group.permissions.remove(Permission.objects.get(codename="add_article"))
    roles.install()
    assert permissions_of(roles.AUTHORS) == set(roles.ROLES[roles.AUTHORS])


@pytest.mark.django_db
def test_groups_that_others_made_are_left_alone() -> None:
    own = Group.objects.create(name="vrijwilligers")
    own.permissions.add(Permission.objects.get(codename="view_article"))
    roles.install()
    assert permissions_of("vrijwilligers") == {"articles.view_article"}


@pytest.mark.django_db
def test_a_permission_that_does_not_exist_is_not_passed_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(
        roles.ROLES, roles.MODERATORS, ("articles.view_article", "comments.fly", "maan.view_rock")
    )
    with pytest.raises(ValueError, match=r"no such permission: comments\.fly, maan\.view_rock"):
        roles.install()
    assert not Group.objects.exists()


@pytest.mark.parametrize(
    ("role", "may", "may_not"),
    [
        ("els", "articles.publish_article", "comments.delete_comment"),
        ("els", "comments.moderate_comment", "accounts.change_user"),
        ("ada", "articles.add_article", "articles.publish_article"),
        ("ada", "articles.change_article", "comments.view_comment"),
        ("mo", "comments.close_discussion", "articles.change_article"),
        ("mo", "comments.moderate_comment", "comments.change_policy"),
    ],
)
def test_people_may_what_their_role_says(
    els: User, ada: User, mo: User, role: str, may: str, may_not: str
) -> None:
    person = {"els": els, "ada": ada, "mo": mo}[role]
    assert person.has_perm(may)
    assert not person.has_perm(may_not)


@pytest.mark.django_db
def test_the_command_installs_the_roles_and_says_so() -> None:
    said = StringIO()
    call_command("roles", stdout=said)
    assert said.getvalue() == "roles: redactie, auteurs, moderatoren\n"
    assert set(Group.objects.values_list("name", flat=True)) == set(roles.ROLES)

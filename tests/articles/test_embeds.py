"""What an address on another site stands for."""

import pytest
from django.core.exceptions import ValidationError

from articles.embeds import FAULTS, Frame, fault_of, frame_of, host_of, seconds
from articles.models import EmbedBlock

ID = "aB3-_xYz019"
PLAYER = f"https://www.youtube-nocookie.com/embed/{ID}"
PEERTUBE = "video.gemeente.example"
OWN = "kF3mQ8rTz1LpXe7Vb2NcWd"


@pytest.mark.parametrize(
    ("address", "framed"),
    [
        (f"https://www.youtube.com/watch?v={ID}", PLAYER),
        (f"https://youtube.com/watch?v={ID}&list=PL123&index=2", PLAYER),
        (f"https://m.youtube.com/watch?app=desktop&v={ID}", PLAYER),
        (f"https://music.youtube.com/watch?v={ID}", PLAYER),
        (f"https://WWW.YouTube.com/watch?v={ID}#reacties", PLAYER),
        (f"https://youtu.be/{ID}", PLAYER),
        (f"https://youtu.be/{ID}?si=volgnummer", PLAYER),
        (f"https://youtu.be/{ID}?t=90", f"{PLAYER}?start=90"),
        (f"https://www.youtube.com/watch?v={ID}&t=1m30s", f"{PLAYER}?start=90"),
        (f"https://www.youtube.com/embed/{ID}?start=12&autoplay=1", f"{PLAYER}?start=12"),
        (f"https://www.youtube-nocookie.com/embed/{ID}", PLAYER),
        (f"https://www.youtube.com/shorts/{ID}", PLAYER),
        (f"https://www.youtube.com/live/{ID}/", PLAYER),
        (f"https://www.youtube.com/v/{ID}", PLAYER),
        ("https://vimeo.com/123456789", "https://player.vimeo.com/video/123456789?dnt=1"),
        (
            "https://vimeo.com/123456789/0a1b2c3d4e",
            "https://player.vimeo.com/video/123456789?dnt=1&h=0a1b2c3d4e",
        ),
        (
            "https://player.vimeo.com/video/123456789?h=0a1b2c3d4e&autoplay=1",
            "https://player.vimeo.com/video/123456789?dnt=1&h=0a1b2c3d4e",
        ),
        ("https://vimeo.com/channels/raad/1234", "https://player.vimeo.com/video/1234?dnt=1"),
        ("https://vimeo.com/groups/raad/videos/1234", "https://player.vimeo.com/video/1234?dnt=1"),
        (f"https://{PEERTUBE}/w/{OWN}", f"https://{PEERTUBE}/videos/embed/{OWN}"),
        (f"https://{PEERTUBE}/videos/watch/{OWN}", f"https://{PEERTUBE}/videos/embed/{OWN}"),
        (f"https://{PEERTUBE}/videos/embed/{OWN}?x=1", f"https://{PEERTUBE}/videos/embed/{OWN}"),
    ],
)
def test_a_video_is_recognised_in_every_form_of_its_address(address: str, framed: str) -> None:
    frame = frame_of(address, [PEERTUBE])
    assert frame is not None
    assert frame.address == framed


@pytest.mark.parametrize(
    "address",
    [
        "https://www.youtube.com/",
        "https://www.youtube.com/@grensvlak",
        "https://www.youtube.com/watch?v=te-kort",
        f"https://www.youtube.com/watch?v={ID}xx",
        'https://www.youtube.com/watch?v="><script>',
        f"https://www.youtube.com/playlist?list={ID}",
        "https://youtu.be/",
        "https://vimeo.com/over-ons",
        "https://vimeo.com/1234/../5678",
        f"https://{PEERTUBE}/",
        f"https://{PEERTUBE}/w/../../admin",
        f"https://ander.example/w/{OWN}",
        f"https://www.{PEERTUBE}/w/{OWN}",
        f"https://youtube.com.kwaad.example/watch?v={ID}",
        f"https://kwaadyoutube.com/watch?v={ID}",
        f"https://www.youtube.com@kwaad.example/watch?v={ID}",
        f"https://www.youtube.com:8443/watch?v={ID}",
        f"http://www.youtube.com/watch?v={ID}",
        f"javascript:alert(1)//www.youtube.com/watch?v={ID}",
        "https://sociaal.voorbeeld.nl/@zuidersluis/110482",
        "https://www.linkedin.com/posts/iets",
    ],
)
def test_everything_else_is_only_a_place_to_go(address: str) -> None:
    assert frame_of(address, [PEERTUBE]) is None


@pytest.mark.parametrize(
    ("address", "frame"),
    [
        (f"https://youtu.be/{ID}", Frame("YouTube", PLAYER, "strict-origin")),
        ("https://vimeo.com/1234", Frame("Vimeo", "https://player.vimeo.com/video/1234?dnt=1")),
        (
            f"https://{PEERTUBE}/w/{OWN}",
            Frame(PEERTUBE, f"https://{PEERTUBE}/videos/embed/{OWN}", "no-referrer"),
        ),
    ],
)
def test_only_youtube_is_told_which_site_asks(address: str, frame: Frame) -> None:
    assert frame_of(address, [PEERTUBE]) == frame


def test_a_policy_names_scheme_and_host() -> None:
    assert Frame("YouTube", f"{PLAYER}?start=9").origin == "https://www.youtube-nocookie.com"
    assert host_of("https://Sociaal.Voorbeeld.nl/@iets") == "sociaal.voorbeeld.nl"


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("", 0),
        ("90", 90),
        ("90s", 90),
        ("1m30s", 90),
        ("1h2m3s", 3723),
        ("2m", 120),
        ("-5", 0),
        ("half", 0),
        ("9" * 30, 0),
    ],
)
def test_a_moment_is_a_number_of_seconds(moment: str, expected: int) -> None:
    assert seconds(moment) == expected


FAULTY = [
    ("http://voorbeeld.nl/", "scheme"),
    ("ftp://voorbeeld.nl/film.mp4", "scheme"),
    ("javascript:alert(1)", "scheme"),
    ("data:text/html,<script>", "scheme"),
    ("//voorbeeld.nl/", "scheme"),
    ("https://jan:geheim@voorbeeld.nl/", "person"),
    ("https://youtube.com@kwaad.nl/", "person"),
    ("https://voorbeeld.nl:8443/", "port"),
    ("https://voorbeeld.nl:443/", "port"),
    ("https://voorbeeld.nl:/", "port"),
    ("https://voorbeeld.nl:poort/", "host"),
    ("https://192.0.2.1/", "host"),
    ("https://[2001:db8::1]/", "host"),
    ("https://[kapot/", "host"),
    ("https://2130706433/", "host"),
    ("https://0x7f.1/", "host"),
    ("https://localhost/", "host"),
    ("https:///pad", "host"),
    ("https://voorbeeld.nl/pad?a=b#c", ""),
    ("https://münchen.example/", ""),
]


@pytest.mark.parametrize(("address", "fault"), FAULTY)
def test_an_address_is_https_on_a_site_with_a_name(address: str, fault: str) -> None:
    assert fault_of(address) == fault


@pytest.mark.parametrize(("address", "fault"), FAULTY)
def test_a_block_says_what_is_wrong_with_its_address(address: str, fault: str) -> None:
    block = EmbedBlock(address=address, title="Film")
    if not fault:
        block.clean()
        return
    with pytest.raises(ValidationError) as refused:
        block.clean()
    assert refused.value.message_dict == {"address": [str(FAULTS[fault])]}


@pytest.mark.parametrize(("text", "there"), [("", False), (" \n", False), ("Hij zegt: ja.", True)])
def test_a_block_knows_whether_its_words_are_written_out(text: str, there: bool) -> None:
    assert EmbedBlock(transcript=text).has_transcript == there

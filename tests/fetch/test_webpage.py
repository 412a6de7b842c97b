import pytest

from refs.fetch.fetcher import Fetcher
from refs.fetch.webpage.read import read_webpage
from refs.model.date import Date
from refs.model.fetched import Outcome
from refs.model.identifier import parse_identifier
from refs.model.item import ItemType

MAYO = """<html><head><title>Imaginary fever - Symptoms &amp; causes - Mayo Clinic</title>
<meta property="og:title" content="Imaginary fever-Imaginary fever - Symptoms &amp; causes - Mayo Clinic">
<meta property="og:site_name" content="Mayo Clinic"><meta name="PublishDate" content="2022-08-20T05:00:00.000-05:00">
<script type="application/ld+json">{"@context":"http://schema.org","@type":"WebPage","name":"Imaginary fever - Symptoms & causes",
"datePublished":"2022-08-20T05:00:00.000-05:00","url":"https://www.mayoclinic.org/x"}</script></head>
<body><h1><a href="/x">Imaginary fever</a></h1><p>By Mayo Clinic Staff</p><p>Seen since 1999.</p></body></html>"""
URL = "https://www.mayoclinic.org/diseases-conditions/imaginary-fever/symptoms-causes/syc-1"


def page(head="", body="", url="https://example.org/a"):
    items = read_webpage(f"<html><head>{head}</head><body>{body}</body></html>".encode(), url).items
    return items[0] if items else None


def test_a_mayo_page_has_a_title_a_date_a_site_and_no_author():
    item = read_webpage(MAYO.encode(), URL).items[0]
    assert item.title == "Imaginary fever - Symptoms & causes"
    assert (item.issued, item.container_title, item.author) == (Date((2022, 8, 20)), "Mayo Clinic", ())
    assert item.type is ItemType.WEBPAGE
    assert item.provenance["issued"].tag == "json-ld:datePublished"


def test_a_mayo_page_without_its_data_is_called_the_same():
    bare = MAYO.replace("application/ld+json", "text/plain")
    item = read_webpage(bare.encode(), URL).items[0]
    assert (item.title, item.issued) == ("Imaginary fever - Symptoms & causes", Date((2022, 8, 20)))


def test_an_archived_copy_is_read_as_the_page_it_is_of():
    item = read_webpage(MAYO.encode(), f"https://web.archive.org/web/20250727000000/{URL}").items[0]
    assert (item.container_title, item.author) == ("Mayo Clinic", ())


HOSTS = [
    ("https://my.clevelandclinic.org/health/x", "Cleveland Clinic"),
    ("https://medlineplus.gov/druginfo/meds/a1.html", "MedlinePlus"),
    ("https://www.nimh.nih.gov/health/x", "National Institute of Mental Health"),
    ("https://www.deadiversion.usdoj.gov/x", "DEA Diversion Control Division"),
    ("https://www.dea.gov/x", "Drug Enforcement Administration"),
    ("https://www.samhsa.gov/x", "Substance Abuse and Mental Health Services Administration"),
    ("https://evsexplore.semantics.cancer.gov/x", "EVS Explore"),
]
FOLDERS = [
    ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC1/", "PubMed Central"),
    ("https://www.ncbi.nlm.nih.gov/pubmed/1", "PubMed"),
    ("https://www.ncbi.nlm.nih.gov/gene/1", "National Center for Biotechnology Information"),
]


@pytest.mark.parametrize(("url", "site"), FOLDERS)
def test_a_folder_of_a_host_may_be_a_site_of_its_own(url, site):
    assert page("<title>A drug</title>", url=url).container_title == site


@pytest.mark.parametrize(("url", "site"), HOSTS)
def test_a_known_host_is_called_by_its_name_and_has_no_persons(url, site):
    item = page("<title>A drug</title><meta name=author content='C. C. Medical Professional'>", url=url)
    assert (item.container_title, item.author) == (site, ())


def test_a_folder_is_no_name_of_a_site():
    head = "<title>A vote</title><meta property='og:site_name' content='politics'>"
    assert page(head, url="https://paper.example/politics/2020/a-vote").container_title == "paper.example"
    assert page(head, url="https://paper.example/2020/a-vote").container_title == "politics"
    assert page(head, url="https://paper.example/Politics/a-vote").container_title == "politics"


def test_an_address_is_no_name_of_a_site():
    head = "<title>A thing - https://old.example</title><meta property='og:site_name' content='https://old.example'>"
    assert page(head, "<h1>A thing</h1>", url="https://new.example/a").container_title == "new.example"


TITLES = [
    ("<title>A thing to know | Some Site</title><meta property='og:site_name' content='Some Site'>", "", "A thing to know"),
    ("<title>Some Site: A thing to know</title><meta property='og:site_name' content='Some Site'>", "", "A thing to know"),
    ("<title>A thing to know – Blog</title>", "<h1>Blog</h1><h2 class='entry-title'>A thing to know</h2>", "A thing to know"),
    ("<title>x</title><meta name=citation_title content='The <i>true</i> one'>", "<h1>x</h1>", "The <i>true</i> one"),
    ("<title>A true one here: all of it at once - Paper of Record - World</title>", "<div class=int-nav><h1>A true one here: all of it at once</h1><p>Text.</p></div>", "A true one here: all of it at once"),
    ("<title>Short of it</title><meta property='og:title' content='All of it, in short and long'>", "<h1 itemprop=alternativeHeadline>Short of it</h1><h2 itemprop=headline>All of it, in short and long</h2>", "All of it, in short and long"),
    ("<title>Real headline - Paper</title>", "<h1><span class='kicker'>Health</span> Real headline</h1>", "Real headline"),
    ("<title>Sleep better</title>", "<h1>Nine ways to sleep better: 'It works'</h1>", "Nine ways to sleep better: 'It works'"),
    ("<title>Run it on any Desk - Tool 15 Machine for Desk</title>", "<h1>Tool 15 for Desk</h1>", "Tool 15 for Desk"),
    ("<title>Short for engines</title>", '<h1>The whole headline as printed</h1><script type="application/ld+json">{"@type":"Article","headline":"The whole headline as printed"}</script>', "The whole headline as printed"),
    ("<title>A diary - What happened at noon</title>", "<h1>A diary</h1><h3># What happened at noon</h3>", "# What happened at noon"),
    ("<title>What happened at noon :: Logs</title>", "<h1 class=logo>Logs</h1><h1><a href=/>Noon</a></h1>", "What happened at noon :: Logs"),
    ("<title>Tired of it - Paper</title>", "<h1 class=headline>Why so many people are tired of it now</h1>", "Why so many people are tired of it now"),
    ("<title>Some Site</title><meta property='og:site_name' content='Some Site'>", "<h1>A thing to know</h1>", "A thing to know"),
    ("<title>Some Site</title><meta property='og:site_name' content='Some Site'>", "", "Some Site"),
    ("<title>A thing to know - SIT</title><meta property='og:site_name' content='Some Institute of Things'>", "", "A thing to know"),
    ("<title>A thing to know on Some Site</title><meta property='og:site_name' content='Some Site'>", "", "A thing to know"),
    ("<title>A thing to know in full length | Some Site - Words . Deeds</title><meta property='og:site_name' content='Some Site'>", "", "A thing to know in full length"),
    ("<title>Odd Band: Loud Songs Review | Some Site</title><meta property='og:title' content='Odd Band: Loud Songs'><meta property='og:site_name' content='Some Site'>", "<h1><em>Loud Songs</em></h1>", "Odd Band: Loud Songs"),
    ("<title>Panic (Fear): Signs, Causes and Care</title>", "<h1>Panic</h1>", "Panic"),
    ("<title>The sleep of one after a long day at the... [J Sleep. 2013] - Base</title>", "<h1>Base</h1><h1>The sleep of one after a long day at the loom.</h1>", "The sleep of one after a long day at the loom."),
    ("<title>Untitled Document</title>", "<h1>Panic at noon</h1>", "Panic at noon"),
    ("<title>leaflet_final.pdf</title>", "<h1>Panic at noon</h1>", "Panic at noon"),
    ("<title>Widgets three with tables put in and pictures put out</title>", "<h1>Widgets three beta: tables put in, pictures put out trial</h1>", "Widgets three with tables put in and pictures put out"),
    ("<title>Widgets three with tables put in and pictures put out</title>", "<h1 class=headline>Widgets three beta: tables put in, pictures put out trial</h1>", "Widgets three beta: tables put in, pictures put out trial"),
    ("<title>Widgets three with tables put in | Blog</title>", "<h1>Widgets three, with all tables put in</h1>", "Widgets three, with all tables put in"),
    ("<title>On loud songs</title><meta property='og:title' content='Loud: songs'>", "<h1><em>On</em> loud songs</h1>", "On loud songs"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "body", "title"), TITLES)
def test_titles(head, body, title):
    assert page(head, body).title == title


def test_a_lower_heading_that_links_to_the_page_is_its_title():
    head = "<title>shop.example reviewed by Ada</title>"
    one, other = (
        "<h2><a href='/reviews/1?x'>They kept their word</a></h2>",
        "<h2><a href=/reviews/2>No</a></h2>",
    )
    url = "https://example.org/reviews/1"
    assert page(head, other + one, url=url).title == "They kept their word"
    assert page(head, other, url=url).title == "shop.example reviewed by Ada"
    assert page(head, f"<h1>Reviews</h1>{one}", url=url).title != "They kept their word"


def test_the_path_of_a_page_leaves_its_title():
    item = page("<title>A paper - papers/001234</title>", url="https://example.org/papers/001234")
    assert item.title == "A paper"


DATES = [
    ("<meta name=citation_publication_date content='2017/01'><meta name=citation_online_date content='2017/01/30'>", "", "2017-01-30"),
    ('<script type="application/ld+json">{"@graph":[{"@type":["Article"],"datePublished":"2020-02-03T23:30:00-05:00",}]}</script>', "", "2020-02-03"),
    ("<meta property=article:published_time content=2019-05-06T07:08:09Z>", "", "2019-05-06"),
    ("", "<time datetime=2018-01-02>2 January</time>", "2018-01-02"),
    ("", "<p class=post-date>Veröffentlicht am 3. März 2021</p>", "2021-03-03"),
    ("", "<p>Last Reviewed: May 4, 2023</p>", "2023-05-04"),
    ("", "<time class=published datetime=2019-02-10>10</time><time class=updated datetime=2019-02-09>9</time>", "2019-02-10"),
    ("<meta name=date content=2022-01-21>", "<time itemprop=datePublished datetime=2022-01-27>27</time>", "2022-01-27"),
    ("", "<h2 class=date-header>9. September 2017</h2>", "2017-09-09"),
    ("", "<p>© 2024 Example</p><p>Written in nineteen hundred.</p>", ""),
    ("<meta name=date content=9999-99-99>", "", ""),
    ("<meta name=citation_publication_date content='2012 Nov 26'>", "", "2012-11-26"),
    ("", "<p class=date>2020. 5. 6.</p>", "2020-05-06"),
    ("", "<p class=date>6 мая 2020 г.</p>", "2020-05-06"),
    ("", "<p class=date>12 Kasım 2021</p>", "2021-11-12"),
    ("", "<h2 class=date-header>9.27.2013</h2>", "2013-09-27"),
    ("", "<p>This page was published in February 2021.</p>", "2021-02"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "body", "date"), DATES)
def test_dates(head, body, date):
    assert str(page(f"<title>A page</title>{head}", f"<h1>A page</h1>{body}").issued or "") == date


def test_the_day_in_the_address_corrects_a_day_told_in_greenwich_time():
    head = "<title>A page</title><meta property=article:published_time content=2023-11-09T02:30:00Z>"
    assert str(page(head, url="https://example.org/2023/11/08/a-page/").issued) == "2023-11-08"


def test_a_month_may_have_a_name_in_an_address_and_a_number_in_series_is_no_day():
    assert (
        str(page("<title>A page</title>", url="https://example.org/2013/mar/15/a-page/").issued)
        == "2013-03-15"
    )
    assert page("<title>A page</title>", url="https://example.org/2218-1989/4/4/932").issued is None


AUTHORS = [
    ('<script type="application/ld+json">{"@type":"Article","author":{"@type":"Person","name":["Ada Byron","Jane Doe"]}}</script>', "", ["Ada Byron", "Jane Doe"]),
    ("<meta name=citation_authors content='Byron AL;Roe J'>", "", ["A. L. Byron", "J. Roe"]),
    ("<meta name=citation_author content='Ada Byron'><meta name=citation_author content='Roe J'>", "", ["Ada Byron", "Roe J"]),
    ("", "<button><span class=given-name>Ada</span> <span class='text surname'>Byron</span><sup>a</sup></button><ul class=references><li><span class=given-name>John</span> <span class=surname>Roe</span></li></ul>", ["Ada Byron"]),
    ("", "<ul><li><a class=authorName id=a1>Ada Byron</a><sup>a</sup>, </li><li><a class=authorName id=a2>Jane Doe</a><sup>b,*</sup>, </li><li><a class=authorName id=a3>Eva Roe</a></li></ul>", ["Ada Byron", "Jane Doe", "Eva Roe"]),
    ("", "<dl><dt>Author:</dt><dd><a href=/c>Ada Byron, MD</a></dd><dt>Section Editor:</dt><dd>John Roe, MD</dd></dl>", ["Ada Byron"]),
    ("", "<p class=meta>Publié le 3 mai 2021 par Ada Byron</p>", ["Ada Byron"]),
    ("", "<p class=byline>Ada Byron, Developer Posted in Articles</p>", ["Ada Byron"]),
    ("", "<div class=author>Ada Byron: 25 Feb 2026</div>", ["Ada Byron"]),
    ("", "<p class=byline-author>Posted by Ada Byron and Jane Doe, Software Engineers, Fine Research Europe</p>", ["Ada Byron", "Jane Doe"]),
    ("", "<p itemprop=author>From staff and wire reports</p><p class=credit><a href=/staff/john-roe/>John Roe</a></p>", []),
    ("", "<div class=authors><a rel=author href=/s>Google Scholar</a></div>", []),
    ("", "<span class=author>מאת: דנה לוי</span>", ["דנה לוי"]),
    ('<script type="application/ld+json">{"@type":"Article","author":[{"@type":"Person","name":"Ada Byron"},{"@type":"Organization","name":"The Group"}]}</script>', "", ["Ada Byron", "The Group"]),
    ("<meta name=author content='Jane Doe, MD, and John Roe'>", "", ["Jane Doe", "John Roe"]),
    ("<meta name=content_author content='Ada Byron'><meta name=content_editor content='Jane Doe'><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":{\"@type\":\"Person\",\"name\":\"Jane Doe\"}}</script>", "", ["Ada Byron"]),
    ("<meta name=author content='Editorial Staff'>", "", []),
    ("<meta name=author content='https://facebook.com/x'>", "<a rel=author href=/x>Ada Byron</a>", ["Ada Byron"]),
    ("", "<p class=byline>By Ada Byron | May 3, 2020</p>", ["Ada Byron"]),
    ("", "<p class=byline>By the Editors</p>", []),
    ("", "<p class=author>Ada Byron im Gespräch mit Jane Doe</p>", ["Ada Byron", "Jane Doe"]),
    ("<meta property='og:site_name' content='Dr. Ada Byron'>", "", ["Ada Byron"]),
    ("<meta property='og:site_name' content='Dr. Shoe'>", "", []),
    ("", "<p class=byline>Ada Byron Senior Health Correspondent</p>", ["Ada Byron"]),
    ("", "<p class=byline>Analysis by Ada Byron, ABC Senior Health Analyst</p>", ["Ada Byron"]),
    ("<meta property='og:site_name' content='A Fine Paper'>", "<p class=byline>By Ada Byron, A Fine Paper</p>", ["Ada Byron"]),
    ("", "<div class=author><a href=/x>→ Learn More</a></div>", []),
    ("<meta name=author content=105092>", "", []),
    ("", "<figure><figcaption class=byline>By Ada Byron</figcaption></figure>", []),
    ("", "<p>Medically reviewed by <a href=/editors/roe>John Roe</a></p><p>Written by Ada Byron</p>", ["Ada Byron"]),
    ("<meta name=author content='Staff and news service reports'>", "", []),
    ("<meta name=author content='Ada Byron,John Roe at Some Models,Jane Doe for Some Brand'>", "", ["Ada Byron"]),
    ("<meta name=author content='A Fine Stiftung e.V.'>", "<p>Autorin: Ada Byron, Projektleiterin der Stiftung</p>", ["Ada Byron"]),
    ("", "<p itemprop=author>Ada Byron (with Jane Doe and John Roe)</p>", ["Ada Byron", "Jane Doe", "John Roe"]),
    ("", "<p>By Ada Byron and Jane Doe<br><br>Nowhere. A long day.</p>", ["Ada Byron", "Jane Doe"]),
    ("", "<div class=article__author>Politics · Ada Byron, Jane Doe</div>", ["Ada Byron", "Jane Doe"]),
    ("", "<div>3.2.2020 <span>- Redaktion: Ada Byron (Press)</span></div>", ["Ada Byron"]),
    ("", "<p class=byline>By Ada Byron translated by John Roe</p>", ["Ada Byron"]),
    ("", "<p>By <a rel=author href=/a>Ada Byron</a>, <a rel=author href=/b>Jane Doe</a></p>", ["Ada Byron", "Jane Doe"]),
    ("", "<span class=writer>伊藤花子</span>", ["伊藤花子"]),
    ("", "<div class=meta><a rel=author href=/a>Ada Byron</a> and <a rel=author href=/b>Jane Doe</a></div>", ["Ada Byron", "Jane Doe"]),
    ("", "<ol class=authors>" + "".join(f"<li class=author><a href='#{name}'>{name} {name}son</a><span class=sep>,</span></li>" for name in ("Ada", "Bea", "Cleo", "Dora", "Eva", "Fay", "Gea", "Hedda", "Ida", "Joan", "Kira", "Lea")) + "</ol>", [f"{name} {name}son" for name in ("Ada", "Bea", "Cleo", "Dora", "Eva", "Fay", "Gea", "Hedda", "Ida", "Joan", "Kira", "Lea")]),
    ("", "<ul><li><a href=/x>A story</a> <span class=author>Ada Byron</span></li><li><a href=/y>Another</a> <span class=author>Jane Doe</span></li></ul>", ["Ada Byron"]),
    ("", "<p>Posted by human</p><div>Text</div><p>By Ada Byron</p>", ["Ada Byron"]),
    ("", "<article><p>Text</p><footer><a rel=author href=/a>Ada Byron</a></footer></article>", ["Ada Byron"]),
    ("<meta name=citation_author content='Byron, Ada'><meta name=citation_author content='World Health Organization'>", "", ["Ada Byron", "World Health Organization"]),
]  # fmt: skip


@pytest.mark.parametrize(("head", "body", "authors"), AUTHORS)
def test_authors(head, body, authors):
    item = page(f"<title>A page</title>{head}", f"<h1>A page</h1>{body}")
    assert [str(name) for name in item.author] == authors


def test_the_line_below_the_title_of_a_title_page_names_the_authors():
    head = "<title>On the order of words - papers/1</title>"
    body = "<center><b><a href=/p.pdf>On the order of words</a></b><br>{}<br>August 2024</center>"
    names = "<a href=/1>Ada Byron</a>, <a href=/2>John E. Roe</a>"
    assert list(map(str, page(head, body.format(names)).author)) == ["Ada Byron", "John E. Roe"]
    assert page(head, body.format("A paper for the Fourth Meeting")).author == ()


def test_a_bookshelf_page_is_a_chapter_with_its_dates():
    head = """<title>A drug - StatPearls - NCBI Bookshelf</title><meta name=citation_title content="A Drug">
    <meta name=citation_inbook_title content="StatPearls [Internet]"><meta name=citation_date content="2021/11/04">
    <meta name=ncbi_acc content=NBK990001><meta name=citation_author content="Jane Doe">"""
    body = "<p>In: StatPearls [Internet]. Treasure Island (FL): StatPearls Publishing; 2022 Jan-.</p>"
    item = page(head, body, "https://www.ncbi.nlm.nih.gov/books/NBK990001/")
    assert (item.type, item.container_title, item.publisher) == (
        ItemType.CHAPTER,
        "StatPearls",
        "StatPearls Publishing",
    )
    assert (item.custom["updated"], item.custom["book_date"]) == ("[Updated 2021 Nov 4]", "2022 Jan-")


def test_a_wall_to_robots_is_not_now(web):
    web.answers["example.org/a"] = (200, "<title>Just a moment...</title>", {"Content-Type": "text/html"})
    fetched = Fetcher(web.http()).fetch(parse_identifier("https://example.org/a"))
    assert (fetched.outcome, fetched.item) == (Outcome.NOT_NOW, None)


NO_PAGES = [
    "<title>Log in | A Portal</title><form><h1>Sign in</h1><input type=password></form>",
    "<title>Subscribe to read | A Paper</title><h1>Subscribe to read</h1>",
    "<title>Before you continue to Films</title><h1>Before you continue</h1>",
    "<title>A Portal</title><div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript>",
    "<title>A Portal</title><h1>Sorry, the page you are looking for cannot be found</h1><p>Text</p>",
]


@pytest.mark.parametrize("source", NO_PAGES)
def test_what_stands_in_place_of_a_page_is_none(source):
    reading = read_webpage(source.encode(), "https://example.org/a/7")
    assert (reading.items, reading.flaws[-1].variable) == ((), "page")


def test_the_shell_of_a_program_that_tells_its_title_is_a_page():
    head = "<title>A Portal</title><meta property='og:title' content='A thing to know'>"
    assert page(head, "<div id=root></div><noscript>JavaScript is off</noscript>").title == "A thing to know"


def test_a_page_that_names_its_doi_gives_the_record(web):
    head = "<title>A paper</title><meta name=citation_title content='A paper'><meta name=citation_doi content=10.5555/p>"
    web.answers["example.org/a"] = (200, head, {"Content-Type": "text/html"})
    body = '{"message": {"DOI": "10.5555/p", "title": ["A paper"], "type": "journal-article", "volume": "7"}}'
    web.answers["api.crossref.org/works/10.5555/p"] = (200, body, {})
    fetched = Fetcher(web.http()).fetch(parse_identifier("https://example.org/a"))
    assert (fetched.source, fetched.item.volume) == ("crossref", "7")


def test_wrong_charsets_and_broken_pages_do_not_raise():
    assert (
        read_webpage("<title>Größe</title>".encode("latin-1"), "https://example.org/").items[0].title
        == "Größe"
    )
    assert (
        read_webpage("<title>Größe</title>".encode(), "https://example.org/", "iso-8859-1").items[0].title
        == "Größe"
    )
    assert read_webpage(b"\x00\xff<<<", "https://example.org/").items == ()
    assert read_webpage(b"", None).items == ()
    broken = b'<title>T</title><script type="application/ld+json">{"@type": "Article", </script>'
    assert [str(flaw.code) for flaw in read_webpage(broken).flaws] == ["unread"]


def test_an_entity_bomb_is_harmless():
    bomb = b'<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;&b;">]><html><title>&c;</title></html>'
    assert len(str(read_webpage(bomb).items)) < 5000

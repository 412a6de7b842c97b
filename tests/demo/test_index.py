import re
from html import unescape

from refs.demo.index import EXAMPLES


def test_the_index_lists_hosts_works_and_how_to_ask(web, ask):
    text = ask(web.address + "/").text
    assert "<h3>www.mayoclinic.org</h3>" in text
    assert "<code>NBK556010</code>" in text
    assert f"curl {web.address}/api.crossref.org/works/" in text
    assert "<!--" not in text


def test_every_link_of_the_index_leads_somewhere(web, ask):
    text = ask(web.address + "/").text
    links = [unescape(link) for link in re.findall(r'href="([^"]+)"', text)]
    services = [link for link in links if "playground" not in link][: len(EXAMPLES)]
    assert len(links) > 50
    assert {ask(web.address + link).status for link in services} == {200, 404}

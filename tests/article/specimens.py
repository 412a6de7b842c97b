"""Specimens of published articles, one phenomenon each: name, file name, text, numbers or keys of the markers, entries."""

A = "Doe J, Roe R. Sleep and mood in adults. J Rest. 2019;12(3):45-51."
B = "Poe P. Naps. Sleep Res. 2004;9(2):11-20. doi:10.1000/nap.7"
C = "Example Clinic. (2021, May 4). Drowsiness. https://clinic.example.org/drowsiness"
D = "World Rest Board. The state of sleep 2020. Geneva: World Rest Board; 2020."

KRAMDOWN = f"""<article><p>Sleep helps.<sup id="fnref:a" role="doc-noteref"><a href="#fn:a" class="footnote" rel="footnote">1</a></sup>
Naps do.<sup id="fnref:b"><a href="#fn:b" class="footnote">2</a></sup> Again.<sup><a href="#fn:a">1</a></sup></p>
<div class="footnotes" role="doc-endnotes"><ol>
<li id="fn:a" role="doc-endnote"><p>{A} <a href="#fnref:a" class="reversefootnote" role="doc-backlink">&#8617;</a> <a href="#fnref:a:1">&#8617;<sup>2</sup></a></p></li>
<li id="fn:b"><p>{B}</p><p><a href="#fnref:b">&#8617;&#xfe0e;</a></p></li></ol></div></article>"""

PANDOC_HTML = f"""<p>Sleep helps.<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a> Naps do.<a href="#fn2" class="footnote-ref" id="fnref2"><sup>2</sup></a></p>
<section id="footnotes" class="footnotes footnotes-end-of-document" role="doc-endnotes"><hr/><ol>
<li id="fn1"><p>{A}<a href="#fnref1" class="footnote-back">↩︎</a></p></li><li id="fn2"><p>{B}<a href="#fnref2" class="footnote-back">↩︎</a></p></li></ol></section>"""

WIKI = f"""<div class="mw-parser-output"><p>Sleep helps.<sup id="cite_ref-doe_1-0" class="reference"><a href="#cite_note-doe-1"><span class="cite-bracket">&#91;</span>1<span class="cite-bracket">&#93;</span></a></sup>
Naps do.<sup id="cite_ref-2" class="reference"><a href="#cite_note-2">[2]</a></sup><sup class="reference"><a href="#cite_note-doe-1">[1]</a></sup></p>
<h2>References<span class="mw-editsection">[<a href="#">edit</a>]</span></h2><div class="reflist"><ol class="references">
<li id="cite_note-doe-1"><span class="mw-cite-backlink">^ <a href="#cite_ref-doe_1-0"><sup><i><b>a</b></i></sup></a> <a href="#cite_ref-doe_1-1"><sup><i><b>b</b></i></sup></a></span> <span class="reference-text"><cite>{A}</cite></span></li>
<li id="cite_note-2"><b><a href="#cite_ref-2">^</a></b> <span class="reference-text">{C}</span></li></ol></div>
<h2>Further reading</h2><ul><li>{D}</li></ul><h2>External links</h2><ul><li><a href="https://x.example.org">Rest portal</a> (2019)</li></ul></div>"""

BREAKS = f"""<p>Sleep helps.<sup>1</sup> Naps do.<sup>2, 3</sup></p><p><strong>Sources:</strong><br />
1. {A}<br />
2. {B}<br />
3. {C}</p><h2>Related posts</h2><p>Ten ways to sleep. 2020.</p>"""

TABLE = f"""<p>Sleep helps [1]. Naps do [2].</p><h3>Literatur</h3><table><tbody><tr><td>[1]</td><td><p>{A}</p></td></tr>
<tr><td>[2]</td><td><p>{B}</p></td></tr></tbody></table><h3>Kommentare</h3><p>Nice [3]</p>"""

DEFINITIONS = (
    f"""<p>Sleep helps [1]. Naps do [2].</p><dl><dt>[1]</dt><dd>{A}</dd><dt>[2]</dt><dd>{B}</dd></dl>"""
)

ACCORDION = f"""<p>Sleep helps (<a href="https://x.example.org/1">1</a>). It is 20 m<sup>2</sup> of 10<sup>9</sup>/L and the 1<sup>st</sup> with <sup>13</sup>C.</p>
<div><button>References</button><ul><li>{A}</li><li>{B}</li><li>{C}</li></ul></div><footer><ul><li>About us</li><li>© 2020 Rest Press</li></ul></footer>"""

NESTED = f"""<p>Sleep helps.[1] Naps do.[2]</p><h2>References</h2><ol><li>{A}<ul><li><a href="https://x.example.org">PubMed</a></li><li>Google Scholar</li></ul></li><li>{B}</li></ol>
<h2>FAQ</h2><ol><li>What is sleep? It was described in 2019.</li><li>Why?</li></ol>"""

WORD = f"""<p>Sleep helps.<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a> Naps do.<a href="#_ftn2" name="_ftnref2">[2]</a></p><hr />
<div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> {A}</p></div><div id="ftn2"><p><a href="#_ftnref2" name="_ftn2">[2]</a> {B}</p></div>"""

RAISED_LABELS = f"""<p>Sleep helps.<sup>1</sup> Naps do.<sup>2</sup></p><h4>Endnotes</h4><p><sup>1</sup>{A}</p><p><sup>2</sup> {B}</p><p>Our team helps you to sleep.</p>"""

TOOLTIPS = f"""<p>Sleep helps.<sup class="ref"><a href="#r1">1</a></sup><span class="footnote_tooltip">{A}</span> Naps do.<sup><a href="#r2">2</a></sup><span class="footnote_tooltip">{B}</span></p>
<ol class="note-list"><li id="r1">{A}</li><li id="r2">{B}</li></ol>"""

TWICE = (
    "".join(
        f"""<div class="{kind}"><p>Sleep helps a great many people to feel better in the morning.[1]</p><p>Naps in the early afternoon do so too, as a review of trials says.[2]</p><p>Nobody knows why, although there are several theories about it.</p></div>"""
        for kind in ("desktop", "mobile")
    )
    + f"<h2>References</h2><ol><li>{A}</li><li>{B}</li></ol>"
)

GLUED = f"""Sleep slows the nervous system.1 It restores it, as rated in 2009.2 In all 20 per 100,0003 sleep badly, (12.4%).1 Sleep needs:1,2

Melatonin and vitamin B12 at 0.5 mg matter; COVID-19.3 The rest is on page 2.

References

1. {A}
2. {B}
3. {C}

About the author

Ann Bee writes.
"""

BULLETS = f"""# Facts

- Sleep is good for adults.

- Call 988 for help 24/7.

Sleep helps people.1Naps do.2 Rest, too.2,3

- Sleep is good

- Need help?

- {A}

- {B}

- {C}

For more information call us.
"""

FOOTNOTES = f"""---
title: Sleep
---
Sleep helps[^1] and naps do[^nap]. Again[^1].

```
x[^9] [1] [2]
```

[^1]: {A}
[^nap]: {B}
    More words.

Tail.
"""

CONSOLE = """# Naps in R

```r
mean(x)
```

    [1] 4.2
    [2] 4.3

#> [1] 5 6 7

See `x[1]` and the [docs][1] and [more][2], [3rd][3].

[1]: https://docs.example.org
[2]: https://more.example.org
[3]: https://third.example.org
"""

SHORTCUTS = """Sleep helps.[1] Naps do.[2]

[1]: https://clinic.example.org/sleep
[2]: https://clinic.example.org/naps
"""

ESCAPED = f"""Sleep helps \\[1\\]. Naps do [\\[2\\]](#ref-2).

**References**

\\[1\\] {A}

\\[2\\] <a id="ref-2"></a>{B}
"""

MARKER_PDF = f"""Sleep helps <sup>[1](#page-9-0)</sup> and naps [\\[2\\]](#page-9-1).

### <span id="page-9-9"></span>**References**

- <span id="page-9-0"></span>[1] {A}
- <span id="page-9-1"></span>[2] {B}
"""

WRAPPED = """Sleep helps [1]. Naps do [2].

References

1. Doe J, Roe R. Sleep and mood in adults who live
alone or with others. J Rest. 2019;12(3):45-51.

Page 7

2. Poe P. Naps. Sleep Res. 2004;9(2):11-20.
"""

GERMAN = """Schlaf hilft.¹ Auch tags.² (bis zu 70%) Im Jahr 2019.

Quellen und Anmerkungen:

1) Müller, K. (2019): Schlaf und Stimmung. Ruhe-Verlag, Bonn, S. 12–14.
2) Bundesamt für Ruhe: Bericht 2020, https://ruhe.example.de/bericht (abgerufen am 3.4.2021)

Schlagwörter: Schlaf
"""

JAPANESE = """睡眠は大切です1)。昼寝も良い2,3)。ビタミンB12は別です。

参考文献

1）田中一郎：睡眠と気分．休息学会誌 12：45-51，2019．
2）鈴木二郎『昼寝の本』休息出版社、2004年
3）休息省「睡眠白書2020」 https://rest.example.jp/hakusho
"""

AUTHOR_YEAR = """Sleep helps (Doe & Roe, 2019; Poe 2004). As Doe and Roe (2019) say, naps do too (e.g., Ng et al., 2016, p. 4). It was 2012.

## References

Doe, J., & Roe, R. (2019). Sleep and mood. *Journal of Rest*, 12(3), 45-51.

Ng, K., Bee, A., & Cee, C. (2016). Dreams. Rest Press.

Poe, P. (2004). Naps. *Sleep Research*, 9(2), 11-20.
"""

CITEKEYS = """---
references:
- id: doe2019
  title: "Sleep: a survey"
  author:
  - {family: Doe, given: J.}
  issued: {year: 2019}
- id: roe:20
  title: Naps
---
Sleep helps [see @doe2019, p. 4; -@roe:20]. @doe2019 says so; mail a@doe2019.org or @someone.
"""

ENUMERATION = f"""Sleep has aims: (1) The first is rest; (2) The second is mood. We did (1) this and (2) that. See Box (1).

Bibliography

{A}
{B}
{C}
"""

AFFILIATIONS = f"""Ann Bee,1,2 Carl Dee,2 and Eve Fox3

1Department of Rest, University of Sleep, Bonn, Germany

2 Institute of Naps, Bern

Sleep helps.<sup>[1]</sup> Naps do <sup>[2]</sup>.

### References

1. {A} View at Publisher · View at Google Scholar

1. {B} [CrossRef] [PubMed]
"""

TWO_ON_A_LINE = f"""Sleep helps.(1) Naps do. (2) Rest. (3)

REFERENCES:

1.  {A}  2.  {D}

3. {B}

© 2009 Ann Bee
"""

LINKS_AFTER = """Sleep has been studied since 1999. Doctors say it helps; doses are 0.5 mg to 2 mg.

  • Schedule IV
  • 12 hours

Recommended articles

Ten signs of tiredness
How our clinic helps 2020
Call 888-555-0100 today.
"""

ANNOTATED = f"""Sleep helps [1, 2].

## Sources cited

1. {A}
   - Says that sleep matters to you.
2. {B}
   - Says little.

## Tools

1. Open the door.
2. Close it.
"""

SECTIONS = f"""# One

Sleep helps [1].

## References

1. {A}

# Two

Naps do [1].

## References

1. {B}
"""

UNDEFINED = f"""Sleep helps [1]. Naps do [3]. Rest [5].

## References

1. {A}
2. {B}
3. {C}
"""

MENU = f"""<nav><ul><li><a href="#refs">References</a></li><li>1. Home</li></ul></nav><ul class="toc"><li><a href="#s1">1</a></li></ul>
<h2 id="s1">Sleep</h2><p>Sleep helps<a href="https://x.example.org/a">[1]</a> and naps [2].</p>
<h2 id="refs">Article Sources</h2><p>Rest Weekly uses only good sources.</p><ol><li><a href="https://x.example.org/a">{A}</a></li><li><a href="https://x.example.org/b">{B}</a></li></ol>
<section class="comments"><ol class="comment-list"><li>Ann: I read [1] in 2019, https://a.example.org</li></ol></section>"""

SPECIMENS = [
    ("footnotes of kramdown", "a.html", KRAMDOWN, [1, 2, 1], [A, B]),
    ("footnotes of pandoc", "a.html", PANDOC_HTML, [1, 2], [A, B]),
    ("a wiki page", "a.html", WIKI, [1, 2, 1], [A, C]),
    ("entries parted by line breaks", "a.html", BREAKS, [1, (2, 3)], [A, B, C]),
    ("entries in a table", "a.html", TABLE, [1, 2], [A, B]),
    ("entries in a definition list", "a.html", DEFINITIONS, [1, 2], [A, B]),
    ("a list behind a button, and exponents", "a.html", ACCORDION, [1], [A, B, C]),
    ("lists inside entries", "a.html", NESTED, [1, 2], [A, B]),
    ("footnotes saved from Word", "a.html", WORD, [1, 2], [A, B]),
    ("superscript labels", "a.html", RAISED_LABELS, [1, 2], [A, B]),
    ("tool-tips", "a.html", TOOLTIPS, [1, 2], [A, B]),
    ("two copies of the text", "a.html", TWICE, [1, 2], [A, B]),
    ("menus, boiler plate, comments", "a.html", MENU, [1, 2], [A, B]),
    ("glued digits", "a.txt", GLUED, [1, 2, 3, 1, (1, 2), 3], [A, B, C]),
    ("glued digits and bare bullets", "a.md", BULLETS, [1, 2, (2, 3)], [A, B, C]),
    ("Markdown footnotes", "a.md", FOOTNOTES, [1, "nap", 1], [A, B + " More words."]),
    ("console output", "a.md", CONSOLE, [], []),
    (
        "addresses as footnotes",
        "a.md",
        SHORTCUTS,
        [1, 2],
        ["https://clinic.example.org/sleep", "https://clinic.example.org/naps"],
    ),
    ("escaped brackets", "a.md", ESCAPED, [1, 2], [A, B]),
    ("Markdown made from a PDF", "a.md", MARKER_PDF, [1, 2], [A, B]),
    (
        "lines wrapped over pages",
        "a.txt",
        WRAPPED,
        [1, 2],
        [
            "Doe J, Roe R. Sleep and mood in adults who live alone or with others. J Rest. 2019;12(3):45-51.",
            "Poe P. Naps. Sleep Res. 2004;9(2):11-20.",
        ],
    ),
    (
        "German",
        "a.txt",
        GERMAN,
        [1, 2],
        [
            "Müller, K. (2019): Schlaf und Stimmung. Ruhe-Verlag, Bonn, S. 12–14.",
            "Bundesamt für Ruhe: Bericht 2020, https://ruhe.example.de/bericht (abgerufen am 3.4.2021)",
        ],
    ),
    (
        "Japanese",
        "a.txt",
        JAPANESE,
        [1, (2, 3)],
        [
            "田中一郎：睡眠と気分．休息学会誌 12：45-51，2019．",
            "鈴木二郎『昼寝の本』休息出版社、2004年",
            "休息省「睡眠白書2020」 https://rest.example.jp/hakusho",
        ],
    ),
    ("enumerations", "a.txt", ENUMERATION, [], [A, B, C]),
    ("affiliations", "a.md", AFFILIATIONS, [1, 2], [A, B]),
    ("two entries on a line", "a.txt", TWO_ON_A_LINE, [1, 2, 3], [A, D, B]),
    ("links after an article", "a.txt", LINKS_AFTER, [], []),
    ("comments under entries", "a.md", ANNOTATED, [(1, 2)], [A, B]),
    ("a list for each section", "a.md", SECTIONS, [1, 1], [A, B]),
    ("markers without an entry", "a.md", UNDEFINED, [1, 3, 5], [A, B, C]),
    ("citation keys", "a.md", CITEKEYS, [("doe2019", "roe:20"), "doe2019"], None),
]

HATENA = f"""<p>睡眠は大切です<span class="footnote"><a href="#f-1a2b" name="fn-1a2b" title="{A}">*1</a></span>。昼寝も<a href="#f-3c4d" name="fn-3c4d">*2</a>。</p>
<div class="footnote"><p class="footnote"><a class="footnote-number" href="#fn-1a2b" name="f-1a2b">*1</a><span class="footnote-delimiter">:</span><span class="footnote-text">{A}</span></p>
<p class="footnote"><a class="footnote-number" href="#fn-3c4d" name="f-3c4d">*2</a><span class="footnote-delimiter">:</span><span class="footnote-text">{B}</span></p></div>"""

OUTWARD = """<p>Sleep helps people to live longer.<a href="https://clinic.example.org/a">[1]</a> Naps do so too.<a href="https://clinic.example.org/b">[2]</a></p><h2>FAQs</h2><p>Does it work? Call 1-800-555-0100.</p>"""

WIKI_NUMBERS = f"""<p>Sleep helps.<sup class="reference"><a href="#n1">[1]</a></sup> Naps.<sup class="reference"><a href="#n2">[2]</a></sup><sup class="reference"><a href="#n1">[1]</a></sup></p>
<h2>References</h2><ol class="references"><li id="n1"><span>↑ <sup><a href="#r10">1.0</a></sup> <sup><a href="#r11">1.1</a></sup></span> <span>{A}</span></li><li id="n2"><a href="#r2">↑</a> {B}</li></ol>"""

POWERS = f"""<p>It was 5 km<sup>2</sup> in 2009<sup>1</sup>, with 100,000<sup>2</sup> people, 3<sup>2</sup>, a BMI of 25 kg/m<sup>2</sup>, R<sup>2</sup>=0.9, 10<sup>6</sup>/L and 12%<sup>3</sup>.</p>
<h2>References</h2><ol><li>{A}</li><li>{B}</li><li>{C}</li></ol>"""

SHORTCODE = """# Naps

{{< highlight r >}}
x <- c(1, 2)
x[1]
[1] 1
{{< /highlight >}}

{% highlight r %}
y [1] [2] [3]
{% endhighlight %}

## [1] "a" "b"
[1] 0.5 0.7

Done.
"""

PARTLY = f"""# Facts

Sleep slows the nervous system.1Naps help.2,3 Rest does.4 Dreams do.1

- Sleep is good

- About this page

- Rest Statistics Query and Reporting System.

- {A}

- {B}

- {C}
"""

INLINE = f"""<p>Sleep helps.<sup>1</sup> Naps do.<sup>2</sup></p><p><strong>References:</strong> 1. {A} 2. {B}</p><p>Notes: I like naps a lot.</p>"""

SOURCE = """<p>Sleep helps.</p><p><em>Source: https://clinic.example.org/sleep</em></p><p>Sources: we use only good ones.</p>"""

RAISED_LINES = f"""<p>Sleep helps.<sup>1</sup> Naps do.<sup>2</sup></p><h3>Footnotes &amp; References</h3><p><sup>1</sup>{A}<br/><sup>2</sup>{B}</p><p>Ann Bee writes about sleep.</p>"""

CARETS = f"""Sleep slows the system.^1 Naps do.^2,3 It is 10^6 or x^2.

12 Sources

1. {A}

https://x.example.org/a

2. {B}

3. Poe P. Rest, 2004. J Rest.

https://x.example.org/c

Share this article
"""

SPECIMENS += [
    ("superscript labels on lines", "a.html", RAISED_LINES, [1, 2], [A, B]),
    (
        "carets and addresses below",
        "a.txt",
        CARETS,
        [1, (2, 3)],
        [A + " https://x.example.org/a", B, "Poe P. Rest, 2004. J Rest. https://x.example.org/c"],
    ),
    ("a heading on the line of its list", "a.html", INLINE, [1, 2], [A, B]),
    ("one source", "a.html", SOURCE, [], ["https://clinic.example.org/sleep"]),
    ("footnotes of Hatena", "a.html", HATENA, [1, 2], [A, B]),
    ("markers that lead outward", "a.html", OUTWARD, [1, 2], []),
    ("back-links with numbers", "a.html", WIKI_NUMBERS, [1, 2, 1], [A, B]),
    ("powers and units", "a.html", POWERS, [1, 2, 3], [A, B, C]),
    ("console output in short codes", "a.md", SHORTCODE, [], []),
    (
        "a bullet that only the markers ask for",
        "a.md",
        PARTLY,
        [1, (2, 3), 4, 1],
        ["Rest Statistics Query and Reporting System.", A, B, C],
    ),
]

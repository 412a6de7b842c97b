"""The words of RDF (bib, Bibliontology, Dublin Core, PRISM, FOAF, schema.org), and Zotero's for the same."""

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
Z = "{http://www.zotero.org/namespaces/export#}"
BIB = "{http://purl.org/net/biblio#}"
DC = "{http://purl.org/dc/elements/1.1/}"
DCTERMS = "{http://purl.org/dc/terms/}"
PRISM = "{http://prismstandard.org/namespaces/1.2/basic/}"
FOAF = "{http://xmlns.com/foaf/0.1/}"
BIBO = "{http://purl.org/ontology/bibo/}"
VCARD = "{http://nwalsh.com/rdf/vCard#}"
SCHEMA = ("{http://schema.org/}", "{https://schema.org/}")

TYPES = {
    "Article": "journalArticle",
    "Book": "book",
    "BookSection": "bookSection",
    "Document": "document",
    "Image": "artwork",
    "Illustration": "artwork",
    "Legislation": "statute",
    "Letter": "letter",
    "Manuscript": "manuscript",
    "MotionPicture": "film",
    "Patent": "patent",
    "Recording": "audioRecording",
    "Report": "report",
    "Thesis": "thesis",
    "SoftwareSourceCode": "computerProgram",
    "SoftwareApplication": "computerProgram",
    "ScholarlyArticle": "journalArticle",
    "WebPage": "webpage",
    "Dataset": "dataset",
    "AcademicArticle": "journalArticle",
    "AudioDocument": "audioRecording",
    "AudioVisualDocument": "videoRecording",
    "Bill": "bill",
    "Chapter": "bookSection",
    "EditedBook": "book",
    "Email": "email",
    "Film": "film",
    "LegalCaseDocument": "case",
    "Map": "map",
    "Proceedings": "book",
    "Slideshow": "presentation",
    "Standard": "standard",
    "Statute": "statute",
    "Webpage": "webpage",
}
"""The name of an element and the item type, where Zotero's own word is not given."""

BIBO_FIELDS = {
    f"{BIBO}{name}": field
    for name, field in {
        "abstract": "abstractNote",
        "doi": "DOI",
        "edition": "edition",
        "isbn": "ISBN",
        "isbn10": "ISBN",
        "isbn13": "ISBN",
        "issn": "ISSN",
        "eissn": "ISSN",
        "issue": "issue",
        "number": "number",
        "numPages": "numPages",
        "numVolumes": "numberOfVolumes",
        "pages": "pages",
        "section": "section",
        "shortTitle": "shortTitle",
        "uri": "url",
        "volume": "volume",
    }.items()
}
FIELDS = {
    f"{DC}title": "title",
    f"{DCTERMS}title": "title",
    f"{DCTERMS}abstract": "abstractNote",
    f"{DC}date": "date",
    f"{DCTERMS}date": "date",
    f"{DCTERMS}issued": "date",
    f"{DC}rights": "rights",
    f"{DC}description": "extra",
    f"{DC}language": "language",
    f"{DC}coverage": "archiveLocation",
    f"{DCTERMS}dateSubmitted": "accessDate",
    f"{BIB}pages": "pages",
    f"{PRISM}edition": "edition",
    f"{PRISM}volume": "volume",
    f"{PRISM}number": "issue",
    f"{DC}type": "type",
    f"{DCTERMS}language": "language",
    f"{DCTERMS}rights": "rights",
    **BIBO_FIELDS,
} | {
    f"{space}{name}": field
    for space in SCHEMA
    for name, field in {
        "name": "title",
        "headline": "title",
        "description": "abstractNote",
        "datePublished": "date",
        "license": "rights",
        "softwareVersion": "versionNumber",
        "codeRepository": "url",
        "url": "url",
        "programmingLanguage": "programmingLanguage",
        "inLanguage": "language",
    }.items()
}
CREATORS = {
    f"{BIB}authors": "author",
    f"{BIB}editors": "editor",
    f"{BIB}contributors": "contributor",
    f"{DC}creator": "author",
    f"{DCTERMS}creator": "author",
    f"{Z}bookAuthors": "bookAuthor",
    f"{BIBO}editor": "editor",
    f"{BIBO}translator": "translator",
    f"{DCTERMS}contributor": "contributor",
    f"{DC}contributor": "contributor",
} | {f"{space}{name}": name for space in SCHEMA for name in ("author", "editor", "contributor")}
CONTAINERS = {
    f"{DC}title": "publicationTitle",
    f"{DCTERMS}title": "publicationTitle",
    f"{BIBO}shortTitle": "journalAbbreviation",
    **{
        f"{BIBO}{name}": BIBO_FIELDS[f"{BIBO}{name}"] for name in ("issn", "eissn", "isbn", "issue", "volume")
    },
    f"{DCTERMS}alternative": "journalAbbreviation",
    f"{PRISM}volume": "volume",
    f"{PRISM}number": "issue",
    f"{PRISM}edition": "edition",
}
ROLES = frozenset(
    [
        "artist",
        "attorneyAgent",
        "bookAuthor",
        "cartographer",
        "castMember",
        "commenter",
        "composer",
        "contributor",
        "cosponsor",
        "counsel",
        "director",
        "guest",
        "interviewee",
        "interviewer",
        "inventor",
        "performer",
        "podcaster",
        "presenter",
        "producer",
        "programmer",
        "recipient",
        "reviewedAuthor",
        "scriptwriter",
        "seriesEditor",
        "sponsor",
        "translator",
        "wordsBy",
    ]
)
"""Creator types that are properties of Zotero's own, in the plural."""

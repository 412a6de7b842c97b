"""The words of RDF (bib, Bibliontology, Dublin Core, PRISM, FOAF, schema.org), and Zotero's for the same."""

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
Z = "{http://www.zotero.org/namespaces/export#}"
BIB = "{http://purl.org/net/biblio#}"
DC = "{http://purl.org/dc/elements/1.1/}"
DCTERMS = "{http://purl.org/dc/terms/}"
PRISM = "{http://prismstandard.org/namespaces/1.2/basic/}"
FOAF = "{http://xmlns.com/foaf/0.1/}"
BIBO = "{http://purl.org/ontology/bibo/}"
EPRINTS = "{http://purl.org/eprint/terms/}"
VCARD = "{http://nwalsh.com/rdf/vCard#}"
SCHEMA = ("{http://schema.org/}", "{https://schema.org/}")

_TOLD = {
    "artwork": "addesignitem aditem artdesignitem",
    "audioRecording": "muitem musicitem",
    "book": "authoredbook bookedit electronicbook",
    "bookSection": "bookchapter bookitem bookpart booksection chapter",
    "conferencePaper": "conferenceitem conferenceobject conferencepaper conferenceposter confpaper",
    "journalArticle": "article journalarticle journalitem researchpaper scholarlytext submittedjournalarticle textserialjournal",
    "newspaperArticle": "newsitem",
    "preprint": "preprint",
    "report": "monograph technicalreport techreport workingpaper",
    "thesis": "bachelorthesis dissertation doctoralthesis masterthesis phdthesis thesisdoctoral thesismaster",
    "webpage": "homepage",
}
TOLD = {word: kind for kind, words in _TOLD.items() for word in words.split()}
"""What repositories (EPrints, DSpace) say for a type, in small letters alone, and the item type."""

IN_WHOLE = {
    "Dictionary": "dictionaryEntry",
    "Encyclopedia": "encyclopediaArticle",
    "Magazine": "magazineArticle",
    "Newspaper": "newspaperArticle",
    "Periodical": "magazineArticle",
    "Proceedings": "conferencePaper",
}
"""The class of what an article is part of, and the item type."""
EPISODES = {"AudioDocument": "radioBroadcast", "AudioVisualDocument": "tvBroadcast"}
"""The class of what was broadcast, and the item type."""

PRISMS = tuple(
    f"{{http://prismstandard.org/namespaces/{name}/}}"
    for name in ("1.2/basic", "basic/2.0", "basic/2.1", "basic/3.0")
)

_KINDS = {
    "artwork": "Image Illustration Painting Photograph ImageObject StillImage Slide Drawing Sculpture",
    "audioRecording": "AudioDocument Recording MusicRecording AudioObject Sound",
    "bill": "Bill",
    "blogPost": "BlogPosting BlogPost Blog",
    "book": "Book EditedBook MultiVolumeBook Proceedings Manual ReferenceSource CollectedDocument",
    "bookSection": "BookSection Chapter DocumentPart Excerpt",
    "case": "LegalCaseDocument LegalDecision Brief",
    "computerProgram": "ComputerProgram_CW SoftwareSourceCode SoftwareApplication Software",
    "conferencePaper": "ConferencePaper",
    "dataset": "Dataset DataDownload",
    "document": "Document Note CreativeWork Text",
    "email": "Email",
    "film": "Film MotionPicture Movie",
    "forumPost": "BoardPost DiscussionForumPosting",
    "hearing": "Hearing",
    "instantMessage": "InstantMessage",
    "interview": "Interview",
    "journalArticle": "Article AcademicArticle ScholarlyArticle MedicalScholarlyArticle",
    "letter": "Letter PersonalCommunication",
    "manuscript": "Manuscript",
    "map": "Map",
    "newspaperArticle": "NewsArticle",
    "patent": "Patent",
    "podcast": "Podcast PodcastEpisode",
    "presentation": "Slideshow PresentationDigitalDocument",
    "report": "Report TechReport TechArticle",
    "standard": "Standard",
    "statute": "Statute Legislation LegalDocument Code",
    "thesis": "Thesis",
    "tvBroadcast": "TVEpisode",
    "videoRecording": "AudioVisualDocument VideoObject MovingImage",
    "webpage": "Webpage WebPage Website WebSite InteractiveResource",
}
TYPES = {word: kind for kind, words in _KINDS.items() for word in words.split()}
"""The name of an element, or of what ``rdf:type`` points at, and the item type, where Zotero's own word is not given."""

BIBO_FIELDS = {
    f"{BIBO}{name}": field
    for name, field in {
        "abstract": "abstractNote",
        "doi": "DOI",
        "chapter": "section",
        "degree": "thesisType",
        "edition": "edition",
        "court": "court",
        "isbn": "ISBN",
        "isbn10": "ISBN",
        "isbn13": "ISBN",
        "issn": "ISSN",
        "lccn": "callNumber",
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
FIELDS = (
    {
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
        f"{DCTERMS}extent": "artworkSize",
        f"{DCTERMS}medium": "artworkMedium",
        f"{DCTERMS}type": "type",
        "{http://purl.org/ontology/po/}duration": "runningTime",
        "{http://usefulinc.com/ns/doap#}revision": "versionNumber",
        "{http://usefulinc.com/ns/doap#}os": "system",
        "{http://usefulinc.com/ns/doap#}programming-language": "programmingLanguage",
        f"{BIB}pages": "pages",
        f"{PRISM}edition": "edition",
        f"{PRISM}volume": "volume",
        f"{PRISM}number": "issue",
        f"{DC}type": "type",
        f"{DCTERMS}language": "language",
        f"{DCTERMS}rights": "rights",
        f"{DCTERMS}alternative": "shortTitle",
        f"{DCTERMS}description": "abstractNote",
        f"{DC}abstract": "abstractNote",
        **BIBO_FIELDS,
    }
    | {
        f"{EPRINTS}{name}": field
        for name, field in {
            "title": "title",
            "abstract": "abstractNote",
            "book_title": "publicationTitle",
            "date": "date",
            "event_location": "place",
            "event_title": "conferenceName",
            "institution": "publisher",
            "isbn": "ISBN",
            "issn": "ISSN",
            "number": "issue",
            "official_url": "url",
            "pagerange": "pages",
            "pages": "numPages",
            "place_of_pub": "place",
            "publication": "publicationTitle",
            "thesis_type": "thesisType",
            "volume": "volume",
        }.items()
    }
    | {
        f"{space}{name}": field
        for space in PRISMS
        for name, field in {
            "coverDate": "date",
            "doi": "DOI",
            "edition": "edition",
            "eIssn": "ISSN",
            "isbn": "ISBN",
            "issn": "ISSN",
            "issueIdentifier": "issue",
            "number": "issue",
            "pageRange": "pages",
            "publicationDate": "date",
            "publicationName": "publicationTitle",
            "publicationTitle": "publicationTitle",
            "section": "section",
            "url": "url",
            "volume": "volume",
        }.items()
    }
    | {
        f"{space}{name}": field
        for space in SCHEMA
        for name, field in {
            "name": "title",
            "headline": "title",
            "description": "abstractNote",
            "datePublished": "date",
            "license": "rights",
            "bookEdition": "edition",
            "dateCreated": "date",
            "isbn": "ISBN",
            "issueNumber": "issue",
            "numberOfPages": "numPages",
            "pagination": "pages",
            "softwareVersion": "versionNumber",
            "volumeNumber": "volume",
            "codeRepository": "url",
            "url": "url",
            "programmingLanguage": "programmingLanguage",
            "inLanguage": "language",
        }.items()
    }
)
CREATORS = {
    f"{BIB}authors": "author",
    f"{BIB}editors": "editor",
    f"{BIB}contributors": "contributor",
    f"{DC}creator": "author",
    f"{DCTERMS}creator": "author",
    f"{Z}bookAuthors": "bookAuthor",
    f"{BIBO}director": "director",
    f"{BIBO}interviewee": "interviewee",
    f"{BIBO}interviewer": "interviewer",
    f"{BIBO}performer": "performer",
    f"{BIBO}producer": "producer",
    f"{BIBO}recipient": "recipient",
    f"{BIBO}editor": "editor",
    f"{BIBO}translator": "translator",
    f"{DCTERMS}contributor": "contributor",
    f"{DC}contributor": "contributor",
    f"{EPRINTS}creators_name": "author",
    f"{EPRINTS}editors_name": "editor",
} | {f"{space}{name}": name for space in SCHEMA for name in ("author", "editor", "contributor", "translator")}
"""A property and the creator type."""

LISTS = {
    f"{BIBO}authorList": "author",
    f"{BIBO}editorList": "editor",
    f"{BIBO}contributorList": "contributor",
}
"""A list in order, and what those in it did of whom nothing else is said."""

_REL, _PO = "{http://www.loc.gov/loc.terms/relators/}", "{http://purl.org/ontology/po/}"
SIOC = "{http://rdfs.org/sioc/types#}"
RELATORS = {
    f"{_REL}ACT": "castMember",
    f"{_REL}AUS": "scriptwriter",
    f"{_REL}CMP": "composer",
    f"{_REL}LYR": "wordsBy",
    f"{_REL}SPN": "cosponsor",
    f"{_PO}participant": "guest",
}
"""Codes of relators, and what the BBC calls guests."""
REPLIES = {f"{BIBO}reviewOf": "reviewedAuthor", f"{SIOC}has_reply": "commenter"}
"""What is said of another work, and what who made that is to this one."""

LATER_DATES = (
    f"{DCTERMS}available",
    f"{DCTERMS}created",
    f"{DCTERMS}dateCopyrighted",
    f"{DCTERMS}dateAccepted",
)
"""What dates a work that has no date of issue."""

EDGES = {
    **{f"{BIBO}page{name}": number for number, name in enumerate(("Start", "End"))},
    **{
        f"{space}{name}Page": number for space in PRISMS for number, name in enumerate(("starting", "ending"))
    },
    **{f"{space}page{name}": number for space in SCHEMA for number, name in enumerate(("Start", "End"))},
}
"""The first page (0) and the last (1)."""

IN_SERIES = {
    f"{DC}title": "series",
    f"{DCTERMS}title": "series",
    f"{DCTERMS}alternative": "seriesTitle",
    f"{BIBO}number": "seriesNumber",
    f"{BIBO}numberOfVolumes": "numberOfVolumes",
}
"""A property of a series and the field of the work."""

CONTAINERS = {
    f"{DC}title": "publicationTitle",
    f"{DCTERMS}title": "publicationTitle",
    f"{BIBO}shortTitle": "journalAbbreviation",
    **{
        f"{BIBO}{name}": BIBO_FIELDS[f"{BIBO}{name}"]
        for name in (
            ["issn", "eissn", "isbn", "isbn10", "isbn13", "issue", "volume", "edition", "lccn", "court"]
        )
    },
    f"{BIBO}numberOfVolumes": "numberOfVolumes",
    f"{DCTERMS}date": "date",
    f"{DCTERMS}alternative": "journalAbbreviation",
    f"{PRISM}volume": "volume",
    f"{PRISM}number": "issue",
    f"{PRISM}edition": "edition",
}

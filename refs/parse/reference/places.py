"""Cities that works name as the place they were published at."""

PLACES = frozenset(
    """Amsterdam|Athens|Atlanta|Atlanta, GA|Baltimore|Baltimore, MD|Barcelona|Basel|Beijing|Belfast|Berlin|Bern|Bethesda|Bethesda, MD|Bogotá|Bonn
Boston|Boston, MA|Brasília|Brasília, DF|Brussels|Bruxelles|Budapest|Buenos Aires|Cambridge|Cambridge, MA|Canberra|Chicago|Chicago, IL|Copenhagen|Dublin|Düsseldorf
Edinburgh|Firenze|Frankfurt|Frankfurt am Main|Geneva|Genève|Genf|Graz|Göttingen|Hamburg|Hannover|Heidelberg|Helsinki|Hyattsville, MD|Jena|Kiel|Köln|Lausanne|Leeds|Leiden|Leipzig
Lisboa|Lisbon|London|Los Angeles|Los Angeles, CA|Lyon|Madrid|Mannheim|Marburg|Melbourne|Milan|Milano|Montreal|Montréal|Munich|München|Münster|New Delhi|New York|New York, NY|Oslo|Ottawa
Oxford|Padova|Paris|Philadelphia|Philadelphia, PA|Prague|Rio de Janeiro|Rockville|Rockville, MD|Roma|Rome|Rotterdam|Saint-Denis|San Francisco|San Francisco, CA|São Paulo|Seattle|Silver Spring, MD
Stockholm|Strasbourg|Stuttgart|Sydney|Tokyo|Torino|Toronto|Tübingen|Utrecht|Vienna|Waltham, MA|Washington|Washington DC|Washington, D.C|Washington, DC|Wien|Wiesbaden|Würzburg|Zurich|Zürich""".replace(
        "\n", "|"
    ).split("|")
)

"""Biologics whose old labels FDA filed under a code: four letters of the substance, three of the maker."""

from collections.abc import Mapping

BIOLOGICS: Mapping[str, str] = {
    "abcicen": "103575",  # abciximab, Centocor
    "adalabb": "125057",  # adalimumab, Abbott
    "agalgen": "103979",  # agalsidase beta, Genzyme
    "aldechi": "103293",  # aldesleukin, Chiron
    "alefbio": "125036",  # alefacept, Biogen
    "alemmil": "103948",  # alemtuzumab, Millennium
    "anakamg": "103950",  # anakinra, Amgen
    "basinov": "103764",  # basiliximab, Novartis
    "darbamg": "103951",  # darbepoetin alfa, Amgen
    "efalgen": "125075",  # efalizumab, Genentech
    "epoeamg": "103234",  # epoetin alfa, Amgen
    "etanimm": "103795",  # etanercept, Immunex
    "filgamg": "103353",  # filgrastim, Amgen
    "ibriide": "125019",  # ibritumomab tiuxetan, IDEC
    "ifnbbio": "103628",  # interferon beta-1a, Biogen
    "ifnbser": "103780",  # interferon beta-1a, Serono
    "in111med": "019862",  # indium In 111 chloride, for labelling them, Medi-Physics
    "inflcen": "103772",  # infliximab, Centocor
    "larobio": "125058",  # laronidase, BioMarin
    "omalgen": "103976",  # omalizumab, Genentech
    "palimed": "103770",  # palivizumab, MedImmune
    "pegfamg": "125031",  # pegfilgrastim, Amgen
    "pegihof": "103964",  # peginterferon alfa-2a, Hoffmann-La Roche
    "pegsche": "103949",  # peginterferon alfa-2b, Schering
    "rasbsan": "103946",  # rasburicase, Sanofi
    "ritugen": "103705",  # rituximab, Genentech
    "tenegen": "103909",  # tenecteplase, Genentech
    "tosicor": "125011",  # tositumomab, Corixa
    "trasgen": "103792",  # trastuzumab, Genentech
}

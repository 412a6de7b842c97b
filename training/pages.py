"""Records of health pages on the web: who publishes where, on what, and how such pages are titled."""

import random
from typing import Any

Record = dict[str, Any]

# organisation as printed; short form; host; site name where it differs; who else is named as publisher
_PUBLISHERS = """
Mayo Clinic||www.mayoclinic.org||Mayo Foundation for Medical Education and Research
Mayo Clinic Staff||www.mayoclinic.org|Mayo Clinic|Mayo Foundation for Medical Education and Research
Cleveland Clinic||my.clevelandclinic.org||
National Institute of Mental Health|NIMH|www.nimh.nih.gov||U.S. Department of Health and Human Services
National Institute on Drug Abuse|NIDA|nida.nih.gov||National Institutes of Health
National Institutes of Health|NIH|www.nih.gov||
National Library of Medicine|NLM|medlineplus.gov|MedlinePlus|National Library of Medicine (US)
U.S. National Library of Medicine||medlineplus.gov|MedlinePlus|U.S. National Library of Medicine
MedlinePlus||medlineplus.gov|MedlinePlus|National Library of Medicine (US)
Centers for Disease Control and Prevention|CDC|www.cdc.gov||U.S. Department of Health and Human Services
CDC||www.cdc.gov||
Food and Drug Administration|FDA|www.fda.gov||
U.S. Food and Drug Administration|FDA|www.fda.gov||
US Food and Drug Administration||www.accessdata.fda.gov|FDA|
Drug Enforcement Administration|DEA|www.dea.gov||U.S. Department of Justice
DEA||www.dea.gov||
Substance Abuse and Mental Health Services Administration|SAMHSA|www.samhsa.gov||U.S. Department of Health and Human Services
World Health Organization|WHO|www.who.int||WHO
WHO||www.who.int||World Health Organization
National Alliance on Mental Illness|NAMI|www.nami.org||
American Academy of Family Physicians|AAFP|www.aafp.org|familydoctor.org|
American Psychiatric Association|APA|www.psychiatry.org|Psychiatry.org|
American Psychological Association|APA|www.apa.org||
American Society of Addiction Medicine|ASAM|www.asam.org||
American Heart Association|AHA|www.heart.org||
American Cancer Society|ACS|www.cancer.org||
American Diabetes Association||diabetes.org||
American College of Obstetricians and Gynecologists|ACOG|www.acog.org||
American Academy of Pediatrics|AAP|www.healthychildren.org|HealthyChildren.org|
American Medical Association|AMA|www.ama-assn.org||
American Lung Association||www.lung.org||
Anxiety and Depression Association of America|ADAA|adaa.org||
Harvard Health Publishing||www.health.harvard.edu|Harvard Health|Harvard Medical School
Harvard Medical School||www.health.harvard.edu|Harvard Health Publishing|
Johns Hopkins Medicine||www.hopkinsmedicine.org||
National Cancer Institute|NCI|www.cancer.gov||National Institutes of Health
National Institute on Alcohol Abuse and Alcoholism|NIAAA|www.niaaa.nih.gov||
National Institute of Neurological Disorders and Stroke|NINDS|www.ninds.nih.gov||
National Institute of Diabetes and Digestive and Kidney Diseases|NIDDK|www.niddk.nih.gov||
National Heart, Lung, and Blood Institute|NHLBI|www.nhlbi.nih.gov||
National Institute on Aging|NIA|www.nia.nih.gov||
National Center for Complementary and Integrative Health|NCCIH|www.nccih.nih.gov||
National Center for Biotechnology Information|NCBI|www.ncbi.nlm.nih.gov|PubChem|
National Health Service|NHS|www.nhs.uk||
NHS||www.nhs.uk|NHS|
National Institute for Health and Care Excellence|NICE|www.nice.org.uk||NICE
Mind||www.mind.org.uk||
Royal College of Psychiatrists|RCPsych|www.rcpsych.ac.uk||
Public Health England|PHE|www.gov.uk|GOV.UK|
Department of Health and Social Care||www.gov.uk|GOV.UK|
Health Canada||www.canada.ca|Canada.ca|Government of Canada
Australian Institute of Health and Welfare|AIHW|www.aihw.gov.au||AIHW
Alcohol and Drug Foundation||adf.org.au||
European Medicines Agency|EMA|www.ema.europa.eu||
European Monitoring Centre for Drugs and Drug Addiction|EMCDDA|www.emcdda.europa.eu||
European Centre for Disease Prevention and Control|ECDC|www.ecdc.europa.eu||ECDC
United Nations Office on Drugs and Crime|UNODC|www.unodc.org||United Nations
World Bank||www.worldbank.org||World Bank
Robert Koch-Institut|RKI|www.rki.de||Robert Koch-Institut
Bundesministerium für Gesundheit|BMG|www.bundesgesundheitsministerium.de||
Bundesinstitut für Arzneimittel und Medizinprodukte|BfArM|www.bfarm.de||
Haute Autorité de Santé|HAS|www.has-sante.fr||HAS
Santé publique France||www.santepubliquefrance.fr||
Ministerio de Sanidad||www.sanidad.gob.es||Ministerio de Sanidad
Organización Mundial de la Salud|OMS|www.who.int||OMS
Ministério da Saúde||www.gov.br||Ministério da Saúde
Istituto Superiore di Sanità|ISS|www.iss.it|EpiCentro|
Alzheimer's Association||www.alz.org||
Epilepsy Foundation||www.epilepsy.com||
Arthritis Foundation||www.arthritis.org||
Sleep Foundation||www.sleepfoundation.org||
Recovery Research Institute||www.recoveryanswers.org||
Partnership to End Addiction||drugfree.org||
Alcoholics Anonymous World Services||www.aa.org||
Narcotics Anonymous World Services||na.org||
Kaiser Family Foundation|KFF|www.kff.org||
Pew Research Center||www.pewresearch.org||
RAND Corporation||www.rand.org||RAND Corporation
Institute for Health Metrics and Evaluation|IHME|www.healthdata.org||IHME
U.S. Department of Justice||www.justice.gov||
Office of the Surgeon General||www.hhs.gov|HHS.gov|U.S. Department of Health and Human Services
Office of National Drug Control Policy|ONDCP|www.whitehouse.gov||
Department of Veterans Affairs||www.va.gov||
U.S. Department of Veterans Affairs|VA|www.ptsd.va.gov|PTSD: National Center for PTSD|
Federal Bureau of Prisons||www.bop.gov||
U.S. Census Bureau||www.census.gov|Census.gov|
Bureau of Labor Statistics||www.bls.gov||U.S. Department of Labor
Agency for Healthcare Research and Quality|AHRQ|www.ahrq.gov||
California Department of Public Health||www.cdph.ca.gov||
New York State Department of Health||www.health.ny.gov||
Texas Health and Human Services||www.hhs.texas.gov||
Nationwide Children's Hospital||www.nationwidechildrens.org||
Stanford Medicine||med.stanford.edu||
Yale Medicine||www.yalemedicine.org||
UpToDate||www.uptodate.com|UpToDate|Wolters Kluwer
Lexicomp||www.uptodate.com|UpToDate|UpToDate Inc.
DailyMed||dailymed.nlm.nih.gov|DailyMed|U.S. National Library of Medicine
Drug Policy Alliance||drugpolicy.org||
The Joint Commission||www.jointcommission.org||
American Addiction Centers||americanaddictioncenters.org||
""".strip().splitlines()
# sites that print people or nobody as author
_SITES = """
WebMD|www.webmd.com|WebMD LLC
Healthline|www.healthline.com|Healthline Media
Medical News Today|www.medicalnewstoday.com|Healthline Media
Verywell Mind|www.verywellmind.com|Dotdash Media, Inc.
Verywell Health|www.verywellhealth.com|
Drugs.com|www.drugs.com|
RxList|www.rxlist.com|
GoodRx|www.goodrx.com|
GoodRx Health|www.goodrx.com|
EverydayHealth|www.everydayhealth.com|
Everyday Health|www.everydayhealth.com|Ziff Davis
Psychology Today|www.psychologytoday.com|Sussex Publishers
Psych Central|psychcentral.com|
Medscape|emedicine.medscape.com|WebMD LLC
eMedicineHealth|www.emedicinehealth.com|
Merck Manual Consumer Version|www.merckmanuals.com|Merck & Co., Inc.
MSD Manual Professional Edition|www.msdmanuals.com|
StatPearls – NCBI Bookshelf|www.ncbi.nlm.nih.gov|
PubChem|pubchem.ncbi.nlm.nih.gov|National Center for Biotechnology Information
DrugBank Online|go.drugbank.com|
Wikipedia|en.wikipedia.org|Wikimedia Foundation
EBSCO Information Services, Inc. | www.ebsco.com|www.ebsco.com|
Encyclopædia Britannica|www.britannica.com|
The Recovery Village|www.therecoveryvillage.com|
Addiction Center|www.addictioncenter.com|
Addiction Resource|addictionresource.com|
Verywell|www.verywellmind.com|
Mental Health America|www.mhanational.org|
HelpGuide.org|www.helpguide.org|
KidsHealth|kidshealth.org|The Nemours Foundation
Parkinson's Foundation|www.parkinson.org|
ClinicalTrials.gov|clinicaltrials.gov|
Statista|www.statista.com|
YouTube|www.youtube.com|
Our World in Data|ourworldindata.org|
STAT|www.statnews.com|
STAT News|www.statnews.com|
NPR|www.npr.org|
CNN|www.cnn.com|
BBC News|www.bbc.com|
CBS News|www.cbsnews.com|
NBC News|www.nbcnews.com|
Vox|www.vox.com|
Forbes|www.forbes.com|
Time|time.com|
The Atlantic|www.theatlantic.com|
The New Yorker|www.newyorker.com|
The New York Times|www.nytimes.com|
The Washington Post|www.washingtonpost.com|
The Guardian|www.theguardian.com|
USA Today|www.usatoday.com|
Los Angeles Times|www.latimes.com|
The Wall Street Journal|www.wsj.com|Dow Jones & Company
Reuters|www.reuters.com|Thomson Reuters
Associated Press|apnews.com|
Scientific American|www.scientificamerican.com|
Medical Xpress|medicalxpress.com|
ScienceDaily|www.sciencedaily.com|
Kaiser Health News|khn.org|
ProPublica|www.propublica.org|
The Conversation|theconversation.com|
Der Spiegel|www.spiegel.de|
Apotheken Umschau|www.apotheken-umschau.de|
Pharmazeutische Zeitung|www.pharmazeutische-zeitung.de|
Le Monde|www.lemonde.fr|
VIDAL|www.vidal.fr|
El País|elpais.com|
Corriere della Sera|www.corriere.it|
""".strip().splitlines()
DRUGS = """clonazepam diazepam alprazolam lorazepam temazepam chlordiazepoxide midazolam flumazenil zolpidem buprenorphine naloxone naltrexone
methadone fentanyl oxycodone hydrocodone morphine codeine tramadol gabapentin pregabalin sertraline fluoxetine escitalopram citalopram paroxetine
venlafaxine duloxetine bupropion mirtazapine trazodone amitriptyline lithium lamotrigine quetiapine olanzapine aripiprazole risperidone clozapine
haloperidol methylphenidate amphetamine atomoxetine modafinil propranolol clonidine hydroxyzine buspirone phenobarbital phenytoin valproate
carbamazepine levetiracetam topiramate metformin insulin atorvastatin lisinopril amlodipine losartan warfarin aspirin ibuprofen acetaminophen
ketamine esketamine cocaine heroin methamphetamine MDMA cannabis kratom xylazine carisoprodol cyclobenzaprine disulfiram acamprosate
prednisone levothyroxine omeprazole semaglutide ondansetron dexmedetomidine doxepin suvorexant melatonin""".split()
_BRANDS = """Klonopin Xanax Valium Ativan Restoril Librium Ambien Suboxone Zubsolv Vivitrol Narcan OxyContin Vicodin Lyrica Neurontin Zoloft Prozac
Lexapro Paxil Effexor Cymbalta Wellbutrin Seroquel Zyprexa Abilify Risperdal Adderall Ritalin Strattera Provigil Inderal Catapres BuSpar Lamictal
Depakote Keppra Topamax Ozempic Wegovy Lunesta Belsomra Spravato Sublocade Halcion Tranxene Onfi""".split()
_CONDITIONS = """anxiety|depression|insomnia|panic disorder|generalized anxiety disorder|bipolar disorder|schizophrenia|PTSD|OCD|ADHD|autism|epilepsy|seizures|
dementia|Alzheimer's disease|Parkinson's disease|migraine|stroke|high blood pressure|heart failure|diabetes|obesity|asthma|COPD|cancer|chronic pain|
fibromyalgia|arthritis|alcohol use disorder|opioid use disorder|substance use disorder|withdrawal|overdose|benzodiazepine dependence|tardive dyskinesia|
restless legs syndrome|sleep apnea|postpartum depression|eating disorders|anorexia nervosa|self-harm|suicide|burnout|grief|stress|social anxiety disorder|
phobias|delirium|serotonin syndrome|neuroleptic malignant syndrome|hepatitis C|HIV|tuberculosis|malaria|dengue|COVID-19|influenza|pneumonia|kidney stones|
irritable bowel syndrome|GERD|celiac disease|psoriasis|eczema|osteoporosis|menopause|endometriosis|infertility|prostate cancer|breast cancer|lung cancer|
anemia|sickle cell disease|multiple sclerosis|ALS|concussion|traumatic brain injury|gout|lupus|thyroid disease|vitamin D deficiency""".replace("\n", "").split("|")
_DRUG_TITLES = (
    "{D}", "{D} (oral route)", "{D} tablets", "{D}: MedlinePlus drug information", "{D}: drug information", "{D} - StatPearls",
    "{D} Side Effects, Uses, Dosage", "{D} (Oral Route) Side Effects", "{D}: Uses, Interactions, Mechanism of Action", "{B} ({d})",
    "{B} ({d}): Side Effects, Uses, Dosage, Interactions", "{B} tablets ({d})", "{D} withdrawal: Symptoms, timeline and treatment", "{B}",
    "How long does {d} stay in your system?", "{D} vs. {E}: What's the Difference?", "Is {d} addictive?", "{D} and pregnancy", "{D} and Alcohol",
    "What you should know about {d}", "{D} overdose", "{D} Dosage", "{D} DrugFacts", "{D} Research Report", "Drug Fact Sheet: {D}", "Mixing {d} and alcohol: What are the risks?",
    "FDA requires Boxed Warning updated to improve safe use of {d}", "{D} Use and Misuse Among Adults", "Prescription {d}: trends and harms", "{D}: MedlinePlus",
    "{U}", "{U} ({d}) tablets", "{B}- {d} tablet", "LABEL: {U}- {d} tablet", "{D} Tapering", "How to safely stop taking {d}", "{D} | {E}", "About {d}", "{D}, {E}, and other sedatives",
)  # fmt: skip
_CONDITION_TITLES = (
    "{C}", "{C} - Symptoms and causes", "{C}: Symptoms, Causes, and Treatments", "What is {c}?", "Understanding {c}", "{C} fact sheet", "{C}: Overview", "{C} in adults",
    "{C} in children and teens", "Treatment of {c}", "Facts about {c}", "Key facts about {c}", "Living with {c}", "{C}: Diagnosis and treatment", "{C} (PDQ)–Health Professional Version",
    "{C} Statistics", "{C} & {e}", "The link between {c} and {e}", "{C}: What you need to know", "10 ways to cope with {c}", "Data and Statistics on {c}", "How is {c} diagnosed?",
    "Managing {c} at work", "{C} during the COVID-19 pandemic", "New study links {c} to {e}", "Recognizing the signs of {c}", "{C}. A guide for patients and families",
    "{C}: A Clinical Practice Guideline", "National Strategy on {c}, 2020–2025", "2021 Annual Report on {c}", "Global status report on {c} 2018", "{C} Facts & Statistics", "{C} Overview", "Can {c} be cured?", "Does {c} run in families? What the science says",
    "About {c}", "Preventing {c}", "{C} Home Page", "Frequently asked questions: {c}", "{C}: Patient Information Leaflet", "{C} Treatment & Management", "“I never saw it coming”: life after {c}", "The hidden cost of {c}",
)  # fmt: skip
_OTHER_TITLES = (
    "Drug scheduling", "Controlled Substances – alphabetical order", "EVS Explore", "Orange Book: Approved Drug Products", "Drug Overdose Death Rates", "Key Substance Use and Mental Health Indicators in the United States",
    "Results from the 2019 National Survey on Drug Use and Health: Detailed Tables", "Misuse of Prescription Drugs Research Report", "Principles of Drug Addiction Treatment: A Research-Based Guide",
    "Prescription Drug Monitoring Programs", "Understanding the stress response", "Sleep hygiene", "Gamma-Aminobutyric Acid (GABA)", "Serotonin", "Dopamine", "Central nervous system depressants", "The Science of Drug Use and Addiction: The Basics", "How to Find Help",
    "Rethinking drinking: Alcohol and your health", "Mental Health By the Numbers", "What is A.A.?", "Commonly Used Drugs Charts", "Benzodiazepines and Opioids", "Fact sheet: Depressive disorder", "Provisional Drug Overdose Death Counts", "Find Treatment",
    "Drugs of Abuse: A DEA Resource Guide", "List of Essential Medicines", "Telehealth prescribing after the pandemic", "Vital Signs: Overdoses of Prescription Opioid Pain Relievers", "Guideline for alcohol detoxification", "Motivational interviewing", "Cognitive behavioral therapy", "Dialectical behavior therapy",
    "Vaping, e-cigarettes and young people", "988 Suicide & Crisis Lifeline", "Physical activity guidelines", "Healthy eating plate", "Boxed warning on immunosuppressants", "Medications for opioid use disorder: TIP 63", "Privacy policy", "Working at Walmart", "Crime in the United States 2019", "Poverty thresholds", "Climate change and health",
)  # fmt: skip
_FOREIGN_TITLES = (
    "Angststörungen: Ursachen, Symptome und Behandlung", "Benzodiazepine – Wirkung und Risiken", "Schlafstörungen bei Erwachsenen", "Medikamente und Sucht", "Depression im Alter", "Zahlen und Fakten zum Alkoholkonsum", "Les troubles anxieux",
    "Médicaments psychotropes : consommations et pharmacodépendances", "Arrêt des benzodiazépines et médicaments apparentés", "La dépression, en parler pour en sortir", "Trastornos de ansiedad", "Guía de consumo seguro de benzodiacepinas", "Salud mental y trabajo", "Datos y cifras sobre la depresión",
    "Ansia e depressione", "I disturbi del sonno", "Transtornos de ansiedade", "Uso racional de medicamentos", "Saúde mental no trabalho", "Rote-Hand-Brief zu Fluorchinolonen", "Impfungen A–Z", "Consommation de drogues en France", "Encuesta sobre alcohol y otras drogas en España",
)  # fmt: skip
FIRST = """Anna Emily Jessica Sarah Michael David Robert James Maria Laura Karen Lisa Kevin Brian Julia Elena Ahmed Wei Priya Carlos Sofia Thomas Peter Hannah Markus
Claire Pierre Amanda Nicole Rachel Steven Daniel Christina Jennifer Melissa Matthew Andrew Lindsay Kimberly Toketemu Yvette Rena Zawn Casey Jamie Alyssa""".split()
LAST = """Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson Anderson Taylor Moore Jackson Martin Lee Thompson White Harris
Clark Lewis Robinson Walker Young Allen King Wright Scott Nguyen Hill Flores Green Adams Nelson Baker Hall Rivera Campbell Mitchell Carter O'Brien McDonald Goldfarb Cherney Villines
Ohwovoriole Frothingham Hoffman Zhang Wang Li Chen Patel Kumar Müller Schneider Fischer Weber Rossi Dubois Moreau García-Sastre Ait-Daoud van de Berg de Leon-Casasola Lembke Szalavitz Ashton Lader Nutt""".replace("van de Berg", "van_de_Berg").replace("de Leon-Casasola", "de_Leon-Casasola").split()  # fmt: skip


def make_page(rng: random.Random) -> Record:
    """A web page of a health publisher or site."""
    title = make_title(rng)
    year = rng.choice([*range(2008, 2026), *range(2018, 2026), *range(2020, 2026)])
    issued = [year, rng.randint(1, 12), rng.randint(1, 28)]
    record: Record = {"type": "webpage", "title": title, "issued": issued}
    if rng.random() < 0.62:
        name, short, host, site, publisher = rng.choice(_PUBLISHERS).split("|")
        literal = name
        if short and rng.random() < 0.35:
            literal = rng.choice([f"{name} ({short})", f"{name} ({short})", short, f"{name} [{short}]", f"{name}: {short}"])
        record |= {"author": [{"literal": literal}], "site": site or (rng.choice([name, name, short or name])), "publisher": publisher}
    else:
        site, host, publisher = _split_site(rng.choice(_SITES))
        record |= {"site": site, "publisher": publisher}
        if rng.random() < 0.6:
            record["author"] = make_people(rng)
    path = "-".join(word for word in title.lower().replace("'", "").split()[:7] if word.isalnum()) or "index"
    folder = rng.choice(["health/", "topics/", "publications/", "drugs/", "articles/", "news-room/fact-sheets/detail/", "research-topics/", "conditions/", ""])
    tail = rng.choice(["", "", "/", ".html", ".pdf", f"/{rng.randint(1000, 99999)}", ".aspx", f"?id={rng.randint(10, 9999)}"])
    record["URL"] = f"https://{host}/{folder}{path}{tail}"
    return record


def make_title(rng: random.Random) -> str:
    """The title of a health page."""
    kind = rng.random()
    if kind < 0.4:
        return _fill(rng, rng.choice(_DRUG_TITLES), DRUGS)
    if kind < 0.83:
        return _fill(rng, rng.choice(_CONDITION_TITLES), _CONDITIONS)
    return rng.choice(_OTHER_TITLES if kind < 0.95 else _FOREIGN_TITLES)


def make_people(rng: random.Random) -> list[Record]:
    """One to three people."""
    return [
        {
            "family": rng.choice(LAST).replace("_", " "),
            "given": rng.choice(FIRST) + rng.choice(["", "", " " + rng.choice("ABCDEFGJKLMPRST") + "."]),
        }
        for _ in range(rng.choice([1, 1, 1, 2, 2, 3]))
    ]


def make_label(rng: random.Random) -> Record:
    """A drug label."""
    drug, brand = rng.choice(DRUGS), rng.choice(_BRANDS)
    makers = (
        "Genentech, Inc.|South San Francisco, CA", "Orexo US, Inc.|Morristown, NJ", "Pfizer|New York, NY", "Roche Laboratories Inc.|Nutley, NJ", "Teva Pharmaceuticals USA, Inc.|North Wales, PA", "Indivior Inc.|North Chesterfield, VA",
        "Eli Lilly and Company|Indianapolis, IN", "Janssen Pharmaceuticals, Inc.|Titusville, NJ", "Purdue Pharma L.P.|Stamford, CT", "Alkermes, Inc.|Waltham, MA", "Novo Nordisk Inc.|Plainsboro, NJ", "Sandoz Inc|Princeton, NJ", "Viatris Specialty LLC|Morgantown, WV",
        "AbbVie Inc.|North Chicago, IL", "Mylan Pharmaceuticals Inc.|Morgantown, WV", "GlaxoSmithKline|Research Triangle Park, NC",
    )  # fmt: skip
    maker, place = rng.choice(makers).split("|")
    title = rng.choice(
        [f"{brand} ({drug})", f"{brand} ({drug}) tablets", brand.upper(), brand, f"{brand.upper()} ({drug}) tablets, for oral use, CIV", f"{brand} ({drug}) sublingual film CIII", f"{drug.capitalize()} tablet", f"{brand} ({drug} hydrochloride) capsules"]
    )
    return {
        "type": "label",
        "title": title,
        "publisher": maker,
        "publisher-place": place,
        "issued": [rng.randint(2005, 2025), rng.randint(1, 12), rng.randint(1, 28)],
        "URL": f"https://www.accessdata.fda.gov/drugsatfda_docs/label/{rng.randint(2005, 2025)}/0{rng.randint(10000, 29999)}s0{rng.randint(10, 99)}lbl.pdf",
    }


def make_chapter(rng: random.Random) -> Record:
    """A StatPearls chapter."""
    title = rng.choice([rng.choice(DRUGS).capitalize(), rng.choice(_CONDITIONS).title(), "Benzodiazepines", "Benzodiazepine Toxicity", "Neuroanatomy, " + rng.choice(["Nucleus Caudate", "Amygdala", "Thalamus"]), "Physiology, " + rng.choice(["GABA", "Sleep", "Neurotransmitters"]), rng.choice(_CONDITIONS).title() + " (Nursing)"])
    return {
        "type": "statpearls",
        "author": make_people(rng) + (make_people(rng) if rng.random() < 0.4 else []),
        "title": title,
        "issued": [rng.randint(2018, 2025), rng.randint(1, 12), rng.randint(1, 28)],
        "URL": f"https://www.ncbi.nlm.nih.gov/books/NBK{rng.randint(400000, 609999)}/",
    }


def _split_site(line: str) -> tuple[str, str, str]:
    site, host, publisher = line.rsplit("|", 2)
    return site, host, publisher


def _fill(rng: random.Random, pattern: str, pool: list[str]) -> str:
    first, second = rng.sample(pool, 2)
    brand = rng.choice(_BRANDS)
    words = {"d": first, "D": _capital(first), "c": first, "C": _capital(first), "e": second, "E": _capital(second), "B": brand, "U": brand.upper()}
    title = pattern.format_map(words)
    if rng.random() < 0.2 and len(title) > 12:
        title = " ".join(word if word in {"and", "of", "the", "in", "for", "to", "a"} else _capital(word) for word in title.split())
    return title


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]

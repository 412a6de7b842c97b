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
_DRUGS_TEXT = """clonazepam diazepam alprazolam lorazepam temazepam chlordiazepoxide midazolam flumazenil zolpidem buprenorphine naloxone naltrexone
methadone fentanyl oxycodone hydrocodone morphine codeine tramadol gabapentin pregabalin sertraline fluoxetine escitalopram citalopram paroxetine
venlafaxine duloxetine bupropion mirtazapine trazodone amitriptyline lithium lamotrigine quetiapine olanzapine aripiprazole risperidone clozapine
haloperidol methylphenidate amphetamine atomoxetine modafinil propranolol clonidine hydroxyzine buspirone phenobarbital phenytoin valproate
carbamazepine levetiracetam topiramate metformin insulin atorvastatin lisinopril amlodipine losartan warfarin aspirin ibuprofen acetaminophen
ketamine esketamine cocaine heroin methamphetamine MDMA cannabis kratom xylazine carisoprodol cyclobenzaprine disulfiram acamprosate
prednisone levothyroxine omeprazole semaglutide ondansetron dexmedetomidine doxepin suvorexant melatonin"""
DRUGS = _DRUGS_TEXT.split()
_BRANDS_TEXT = """Klonopin Xanax Valium Ativan Restoril Librium Ambien Suboxone Zubsolv Vivitrol Narcan OxyContin Vicodin Lyrica Neurontin Zoloft Prozac
Lexapro Paxil Effexor Cymbalta Wellbutrin Seroquel Zyprexa Abilify Risperdal Adderall Ritalin Strattera Provigil Inderal Catapres BuSpar Lamictal
Depakote Keppra Topamax Ozempic Wegovy Lunesta Belsomra Spravato Sublocade Halcion Tranxene Onfi"""
_BRANDS = _BRANDS_TEXT.split()
CONDITIONS = """anxiety|depression|insomnia|panic disorder|generalized anxiety disorder|bipolar disorder|schizophrenia|PTSD|OCD|ADHD|autism|epilepsy|seizures|
dementia|Alzheimer's disease|Parkinson's disease|migraine|stroke|high blood pressure|heart failure|diabetes|obesity|asthma|COPD|cancer|chronic pain|
fibromyalgia|arthritis|alcohol use disorder|opioid use disorder|substance use disorder|withdrawal|overdose|benzodiazepine dependence|tardive dyskinesia|
restless legs syndrome|sleep apnea|postpartum depression|eating disorders|anorexia nervosa|self-harm|suicide|burnout|grief|stress|social anxiety disorder|
phobias|delirium|serotonin syndrome|neuroleptic malignant syndrome|hepatitis C|HIV|tuberculosis|malaria|dengue|COVID-19|influenza|pneumonia|kidney stones|
irritable bowel syndrome|GERD|celiac disease|psoriasis|eczema|osteoporosis|menopause|endometriosis|infertility|prostate cancer|breast cancer|lung cancer|
anemia|sickle cell disease|multiple sclerosis|ALS|concussion|traumatic brain injury|gout|lupus|thyroid disease|vitamin D deficiency""".replace(
    "\n", ""
).split("|")
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
_REPORT_TITLES = (
    "National Survey of Drug Use and Health: Veteran Adults", "National Survey on Drug Use and Health: Lesbian, Gay, and Bisexual Adults", "2021 NSDUH Annual National Report", "National Drug Threat Assessment",
    "2022 National Veteran Suicide Prevention Annual Report", "Key substance use and mental health indicators in the United States: Results from the 2020 National Survey on Drug Use and Health", "National Strategy for Suicide Prevention: Goals and Objectives for Action",
    "2017 ACC/AHA guideline for the prevention, detection, evaluation, and management of high blood pressure in adults", "2019 Update of the ACR/EULAR classification criteria", "1991-2019 High School Youth Risk Behavior Survey Data", "2020 Focused Updates to the Asthma Management Guidelines",
    "American Psychiatric Association practice guideline for the treatment of patients with schizophrenia", "American Society of Addiction Medicine national practice guideline 2020 focused update", "American Indian and Alaska Native health disparities", "Diagnostic and Statistical Manual of Mental Disorders", "The ASHA manual (third revision)",
    "Web-based Injury Statistics Query and Reporting System (WISQARS)", "WONDER Online Database", "National Vital Statistics System, Mortality 2018-2021", "Multiple Cause of Death, 1999–2019", "Health, United States, 2018", "Monitoring the Future national survey results on drug use, 1975–2020: Overview of key findings on adolescent drug use",
    "World Drug Report 2021", "Global Health Estimates 2016: Deaths by cause, age, sex, by country and by region, 2000–2016", "Statistics on Drug Misuse, England 2019", "Nigeria National Cancer Control Plan 2018–2022", "The Health Consequences of Smoking—50 Years of Progress: A Report of the Surgeon General", "Facing Addiction in America: The Surgeon General's Report on Alcohol, Drugs, and Health",
    "Treatment Episode Data Set (TEDS): 2017. Admissions to and Discharges from Publicly-Funded Substance Use Treatment", "Drug Abuse Warning Network, 2011: National Estimates of Drug-Related Emergency Department Visits", "Behavioral Health Barometer: United States, Volume 6", "Detoxification and Substance Abuse Treatment. TIP 45", "Substance Use Disorder Treatment for People With Co-Occurring Disorders",
    "Suicide Prevention Resource for Action: A Compilation of the Best Available Evidence", "Youth Risk Behavior Survey Data Summary and Trends Report: 2011-2021", "Preventing Multiple Forms of Violence: A Strategic Vision for Connecting the Dots", "Community Health and Program Services: Health Disparities Among Racial/Ethnic Populations", "Adverse Childhood Experiences (ACEs)", "Mental Health Medications", "Medication Guide: Klonopin Tablets (clonazepam)",
    "Benzodiazepine drug information", "FDA Drug Safety Communication: FDA warns about serious risks and death when combining opioid pain or cough medicines with benzodiazepines", "Title 21 Code of Federal Regulations, Part 1308", "Schedules of Controlled Substances: Placement of Kratom Into Schedule I", "Part II: Protecting patients", "Klonopin (Clonazepam) Abuse & Addiction Treatment", "Medicine spending and affordability in the United States: understanding patients' costs for medicines",
    "The Ashton Manual", "Benzodiazepines: How They Work and How to Withdraw (The Ashton Manual)", "The Twelve Steps", "The Big Book", "Guidelines for Burn Patient Referral (Advice on Transfer and Consultation)", "Guidelines on physical activity, sedentary behaviour and sleep for children under 5 years of age", "Canadian Guideline for Safe and Effective Use of Opioids for Chronic Non-Cancer Pain – Part B", "Controlled Substances – by CSA schedule", "Approved Drugs - Orange Book preface", "Drug Interactions – Table of Substrates, Inhibitors and Inducers",
    "Risk Evaluation and Mitigation Strategies | REMS", "Substance abuse | Overview", "Anxiety disorders | Office on Women's Health", "About Mental Health - At a glance", "Suicide Data and Statistics", "Prescription stimulants", "Impulse control: why teens take risks", "Medication-Assisted Treatment (MAT)", "EVS Explorer", "NCI Thesaurus", "US Patent 4316897", "Poisons Standard June 2017", "The Dark Side of Sleeping Pills: A Report", "Dr. Google will see you now", "“They told me it was harmless”", "What's in a name? Brand and generic medicines", "Who gets addicted? Nature, nurture, and neurons",
)  # fmt: skip
_PLACES_STUDIED = (
    "United States",
    "38 States and the District of Columbia",
    "Ohio",
    "New York City",
    "England and Wales",
    "California",
    "24 States",
    "10 Sites, United States",
    "Taiwan",
    "Puerto Rico",
    "Texas",
)
_SUBJECTS = (
    "Trends in Nonfatal and Fatal Overdoses Involving {D}",
    "Emergency Department Visits Involving {C}",
    "Suicide Rates by Industry and Occupation",
    "Prevalence of {C} Among Adults Aged ≥65 Years",
    "Mental Health and Substance Use Among Adults with Disabilities During the COVID-19 Pandemic",
    "Vital Signs: {C}",
    "Prescribing of {D}",
    "CDC Clinical Practice Guideline for Prescribing Opioids for Pain",
    "Mortality",
    "{C}-Related Deaths",
    "Mental Health, Suicidality, and Connectedness Among High School Students",
    "{C} Surveillance",
)
_FOREIGN_TITLES = (
    "Angststörungen: Ursachen, Symptome und Behandlung", "Benzodiazepine – Wirkung und Risiken", "Schlafstörungen bei Erwachsenen", "Medikamente und Sucht", "Depression im Alter", "Zahlen und Fakten zum Alkoholkonsum", "Les troubles anxieux",
    "Médicaments psychotropes : consommations et pharmacodépendances", "Arrêt des benzodiazépines et médicaments apparentés", "La dépression, en parler pour en sortir", "Trastornos de ansiedad", "Guía de consumo seguro de benzodiacepinas", "Salud mental y trabajo", "Datos y cifras sobre la depresión",
    "Ansia e depressione", "I disturbi del sonno", "Transtornos de ansiedade", "Uso racional de medicamentos", "Saúde mental no trabalho", "Rote-Hand-Brief zu Fluorchinolonen", "Impfungen A–Z", "Consommation de drogues en France", "Encuesta sobre alcohol y otras drogas en España",
)  # fmt: skip
_FIRST_TEXT = """Anna Emily Jessica Sarah Michael David Robert James Maria Laura Karen Lisa Kevin Brian Julia Elena Ahmed Wei Priya Carlos Sofia Thomas Peter Hannah Markus
Claire Pierre Amanda Nicole Rachel Steven Daniel Christina Jennifer Melissa Matthew Andrew Lindsay Kimberly Toketemu Yvette Rena Zawn Casey Jamie Alyssa"""
FIRST = _FIRST_TEXT.split()
LAST = """Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson Anderson Taylor Moore Jackson Martin Lee Thompson White Harris
Clark Lewis Robinson Walker Young Allen King Wright Scott Nguyen Hill Flores Green Adams Nelson Baker Hall Rivera Campbell Mitchell Carter O'Brien McDonald Goldfarb Cherney Villines
Ohwovoriole Frothingham Hoffman Zhang Wang Li Chen Patel Kumar Müller Schneider Fischer Weber Rossi Dubois Moreau García-Sastre Ait-Daoud van de Berg de Leon-Casasola Lembke Szalavitz Ashton Lader Nutt""".replace("van de Berg", "van_de_Berg").replace("de Leon-Casasola", "de_Leon-Casasola").split()  # fmt: skip


_HEADS = (
    "National",
    "American",
    "Royal",
    "European",
    "Canadian",
    "British",
    "Australian",
    "International",
    "Federal",
    "Global",
    "World",
    "United Nations",
    "California",
    "New York State",
    "Texas",
    "Minnesota",
    "Irish",
    "Scottish",
    "U.S.",
    "Massachusetts",
    "Northern Ireland",
    "Pan American",
    "State of Vermont",
    "Swiss",
    "Michigan",
)
_BODIES = (
    "Institute",
    "Association",
    "Society",
    "College",
    "Center",
    "Centre",
    "Council",
    "Academy",
    "Foundation",
    "Federation",
    "Agency",
    "Office",
    "Department",
    "Board",
    "Bureau",
    "Commission",
    "Coalition",
    "Alliance",
    "Network",
    "Division",
    "Administration",
    "Service",
    "Committee",
    "Union",
    "Registry",
    "Program",
    "Task Force",
    "Collaborative",
    "Library",
    "Task Group",
)
_MATTERS = (
    "Health",
    "Mental Health",
    "Drug Abuse Statistics",
    "Addiction Services and Supports",
    "Sleep Medicine",
    "Pain Medicine",
    "Public Health",
    "Poison Control Centers",
    "Toxicology",
    "Emergency Physicians",
    "Family Medicine",
    "Nursing",
    "Psychiatric Nurses",
    "Women's Health",
    "Child Health and Human Development",
    "Epilepsy",
    "Brain Injury",
    "Rare Diseases",
    "Statistics",
    "Justice Programs",
    "Inspector General",
    "Drug Control",
    "Prevention and Control of Cancer",
    "Clinical Oncology",
    "Cardiology",
    "Anesthesiologists",
    "Suicide Prevention",
    "Veterans Services",
    "Medicare & Medicaid Services",
    "Health Metrics",
    "Pharmacists",
    "Gerontology",
    "Diabetes Education",
    "Dental Research",
    "Food Safety",
    "Environmental Health Sciences",
    "Social Work",
    "Behavioral Health",
    "Alcohol and Other Drugs",
    "Consumer Affairs",
    "Biotechnology Information",
    "Respiratory Care",
    "Palliative Care",
    "Neurology",
    "Labor",
    "Education",
    "Children and Families",
    "Medical Toxicology",
    "Information Technology",
    "Educational Statistics",
)
_FOREIGN_ORGANISATIONS = (
    "Agence nationale de sécurité du médicament",
    "Ministère de la Santé et de la Prévention",
    "Société française d'alcoologie",
    "Institut national du cancer",
    "Observatoire français des drogues et des toxicomanies",
    "Assurance Maladie",
    "Bundeszentrale für gesundheitliche Aufklärung",
    "Deutsche Hauptstelle für Suchtfragen e. V.",
    "Deutsche Gesellschaft für Psychiatrie",
    "Statistisches Bundesamt",
    "Bundesamt für Gesundheit",
    "Bundesärztekammer",
    "Kassenärztliche Bundesvereinigung",
    "Gesundheitsinformation.de",
    "Sociedad Española de Medicina Interna",
    "Instituto Nacional de Salud",
    "Agencia Española de Medicamentos y Productos Sanitarios",
    "Secretaría de Salud",
    "Plan Nacional sobre Drogas",
    "Agência Nacional de Vigilância Sanitária",
    "Instituto Brasileiro de Geografia e Estatística",
    "Conselho Federal de Medicina",
    "Direção-Geral da Saúde",
    "Agenzia Italiana del Farmaco",
    "Società Italiana di Psichiatria",
    "EsSalud",
    "Inserm",
    "Rijksinstituut voor Volksgezondheid en Milieu",
    "Trimbos-instituut",
    "Socialstyrelsen",
)
_SITE_FIRST = (
    "Addiction",
    "Recovery",
    "Health",
    "Verywell",
    "Mind",
    "Sober",
    "Desert",
    "Anxiety",
    "Drug",
    "Rehab",
    "Wellness",
    "Hope",
    "Psych",
    "Medical",
    "Daily",
    "Better",
    "Beyond",
    "Sleep",
    "Healthy",
    "Patient",
    "Doctor",
    "Mental",
    "Bright",
    "Care",
    "Pharmacy",
    "Live",
    "Total",
    "Everyday",
    "Family",
    "Clear",
    "Serenity",
    "Harbor",
    "Nature",
    "Brain",
    "Medi",
    "Tampa Bay",
    "Boston",
    "Chicago",
    "Denver",
    "Winnipeg",
    "Irish",
    "The",
    "Seattle",
    "Kaiser",
    "Business",
    "American",
    "Inside",
    "Greater Good",
    "Insider",
)
_SITE_SECOND = (
    "Help",
    "Hope",
    "Blue",
    "Village",
    "Digest",
    "Canada",
    "Guide",
    "Center",
    "Line",
    "News",
    "Times",
    "Post",
    "Today",
    "Now",
    "Hub",
    "World",
    "Report",
    "Tribune",
    "Free Press",
    "Insider",
    "Grades",
    "Journal",
    "Network",
    "Group",
    "Connection",
    "Talk",
    "Central",
    "Matters",
    "Resource",
    "Answers",
    "Review",
    "Globe",
    "Live",
    "Watch",
    "Treatment Centers",
    "Line Plus",
    "Advisor",
    "Foundation",
    "Online",
    "UK",
    "Magazine",
)


def make_organisation(rng: random.Random) -> str:
    """The name of an organisation, put together."""
    draw = rng.random()
    if draw < 0.16:
        return rng.choice(_FOREIGN_ORGANISATIONS)
    head, body, matter = rng.choice(_HEADS), rng.choice(_BODIES), rng.choice(_MATTERS)
    if draw < 0.3:
        return make_site(rng)
    if draw < 0.36:
        return f"{head} {body} {rng.choice(('of', 'for'))} {matter}, {rng.choice(_BODIES)} {rng.choice(('of', 'for'))} {rng.choice(_MATTERS)}"
    if draw < 0.55:
        return f"{head} {matter} {body}"
    if draw < 0.65:
        return f"{body} {rng.choice(('of', 'for', 'on'))} {matter}"
    return f"{head} {body} {rng.choice(('of', 'of', 'for', 'on'))} {matter}"


def make_site(rng: random.Random) -> str:
    """The name of a site, put together."""
    first, second = rng.choice(_SITE_FIRST), rng.choice(_SITE_SECOND)
    draw = rng.random()
    if draw < 0.25:
        return first + second.lower().replace(" ", "")
    if draw < 0.35:
        return first + second.replace(" ", "")
    if draw < 0.45:
        return f"{first}{second.lower().replace(' ', '')}.{rng.choice(('com', 'org', 'net'))}"
    if draw < 0.5:
        return second
    return f"{first} {second}"


def _made_up(rng: random.Random) -> Record:
    """Author and site of a page of an organisation or site that is put together."""
    if rng.random() < 0.5:
        name = make_organisation(rng)
        short = "".join(word[0] for word in name.split() if word[0].isupper())
        words = [word for word in name.lower().replace("&", "").split() if word.isalpha() and len(word) > 3]
        host = f"www.{rng.choice([short.lower(), ''.join(words[:2])]) or 'health'}.{rng.choice(('org', 'gov', 'com', 'net'))}"
        literal = (
            f"{name} ({short})"
            if rng.random() < 0.2 and len(short) > 2
            else short
            if rng.random() < 0.1 and len(short) > 2
            else name
        )
        return {
            "author": [{"literal": literal}],
            "site": rng.choice((name, name, short if len(short) > 2 else name)),
            "publisher": rng.choice(("", name, short)),
            "host": host,
        }
    name = make_site(rng)
    host = (
        "www."
        + name.lower().replace(" ", "").removesuffix(".com").removesuffix(".org").removesuffix(".net")
        + rng.choice((".com", ".com", ".org", ".co.uk"))
    )
    return {"site": name, "publisher": "", "host": host} | (
        {"author": make_people(rng)} if rng.random() < 0.5 else {}
    )


def make_page(rng: random.Random) -> Record:
    """A web page of a health publisher or site."""
    title = make_title(rng)
    year = rng.choice([*range(2008, 2026), *range(2018, 2026), *range(2020, 2026)])
    issued = [year, rng.randint(1, 12), rng.randint(1, 28)]
    record: Record = {"type": "webpage", "title": title, "issued": issued}
    if rng.random() < 0.15:
        record["type"] = "report"
    draw = rng.random()
    if draw < 0.45:
        record |= _made_up(rng)
        host = record.pop("host")
    elif draw < 0.8:
        name, short, host, site, publisher = rng.choice(_PUBLISHERS).split("|")
        literal = name
        if short and rng.random() < 0.35:
            literal = rng.choice(
                [f"{name} ({short})", f"{name} ({short})", short, f"{name} [{short}]", f"{name}: {short}"]
            )
        record |= {
            "author": [{"literal": literal}],
            "site": site or (rng.choice([name, name, short or name])),
            "publisher": publisher,
        }
    else:
        site, host, publisher = _split_site(rng.choice(_SITES))
        record |= {"site": site, "publisher": publisher}
        if rng.random() < 0.6:
            record["author"] = make_people(rng)
    if "author" in record and "literal" in record["author"][0] and rng.random() < 0.06:
        record["title"] = title = _named_title(record["author"][0]["literal"], title, rng)
    path = "-".join(word for word in title.lower().replace("'", "").split()[:7] if word.isalnum()) or "index"
    folder = rng.choice(
        [
            "health/",
            "topics/",
            "publications/",
            "drugs/",
            "articles/",
            "news-room/fact-sheets/detail/",
            "research-topics/",
            "conditions/",
            "",
        ]
    )
    tail = rng.choice(
        [
            "",
            "",
            "/",
            ".html",
            ".pdf",
            f"/{rng.randint(1000, 99999)}",
            ".aspx",
            f"?id={rng.randint(10, 9999)}",
        ]
    )
    record["URL"] = f"https://{host}/{folder}{path}{tail}"
    return record


def _named_title(name: str, title: str, rng: random.Random) -> str:
    """A title that begins with its author's own name, or with a part of it."""
    name = name.partition(" (")[0]
    words = name.split()
    start = rng.choice(
        [name, name, f"{name}'s", " ".join(words[: rng.randint(1, len(words))]), " ".join(words[-2:])]
    )
    return f"{start} {rng.choice(['', '', '2019 ', '2022 ', 'guide: ', 'guideline: '])}{title}"


def make_title(rng: random.Random) -> str:
    """The title of a health page, now and then of two parts with a dash between."""
    if rng.random() < 0.03:
        return f"{_one_title(rng)} – {_one_title(rng)}"
    return _one_title(rng)


def _one_title(rng: random.Random) -> str:
    kind = rng.random()
    if kind < 0.4:
        return fill(rng, rng.choice(_DRUG_TITLES), DRUGS)
    if kind < 0.83:
        return fill(rng, rng.choice(_CONDITION_TITLES), CONDITIONS)
    if kind < 0.87:
        return fill(rng, _weekly_title(rng), CONDITIONS)
    return rng.choice(_OTHER_TITLES if kind < 0.91 else _REPORT_TITLES if kind < 0.97 else _FOREIGN_TITLES)


def _weekly_title(rng: random.Random) -> str:
    year = rng.randint(2005, 2023)
    when = rng.choice(
        [
            f"{year}",
            f"{year}",
            f"{year}–{year + 1}",
            f"{year}-{year + 3}",
            f"January–June {year}",
            f"March {year}–May {year + 1}",
        ]
    )
    return (
        rng.choice(_SUBJECTS)
        + rng.choice([" — ", "—", ", ", ": "])
        + rng.choice(_PLACES_STUDIED)
        + ", "
        + when
    )


def make_weekly(rng: random.Random) -> Record:
    """An article of the Morbidity and Mortality Weekly Report or of a journal, on such a subject."""
    journals = (
        "MMWR Morb Mortal Wkly Rep",
        "MMWR. Morbidity and Mortality Weekly Report",
        "MMWR Recomm Rep",
        "MMWR Surveill Summ",
        "MMWR Suppl",
        "NCHS Data Brief",
        "JAMA",
        "JAMA Netw Open",
        "Drug Alcohol Depend",
        "Hypertension",
        "Pharmaceuticals (Basel)",
        "BMJ (Clinical research ed.)",
        "Science (New York, N.Y.)",
        "Psychiatric Services (Washington, D.C.)",
        "The Mental Health Clinician",
        "J Clin Psychiatry",
        "N Engl J Med",
        "The New England Journal of Medicine",
        "Lancet",
        "The Lancet Psychiatry",
        "Cureus",
        "Toxics",
        "Am J Psychiatry",
        "Am Fam Physician",
        "American family physician",
        "Addiction (Abingdon, England)",
        "Cochrane Database Syst Rev",
        "Arch. Gen. Psychiatry",
        "Br. J. Clin. Pharmacol.",
        "CNS Drugs",
        "Innov Clin Neurosci",
        "Drug Saf",
        "Handb Exp Pharmacol",
        "Therapeutic Advances in Psychopharmacology",
        "Annals of Medicine",
        "Biomedicine & Pharmacotherapy",
        "CNS Neuroscience & Therapeutics",
        "Medicine",
        "Journal of Addiction Medicine",
        "International Journal of Environmental Research and Public Health",
        "PLoS ONE",
        "PLoS. ONE",
        "Sci. Reports",
        "Epidemiol Rev",
        "Arch Intern Med.",
        "Psychother. Psychosom",
        "Best Practice & Research: Clinical Endocrinology and Metabolism",
        "Expert Opin. Pharmacother.",
        "Health Affairs Forefront",
        "Neurosci. Biobehav. Rev.",
    )
    title = rng.choice(
        [
            fill(rng, _weekly_title(rng), CONDITIONS),
            make_title(rng),
            rng.choice(_REPORT_TITLES),
            fill(
                rng,
                rng.choice(
                    (
                        "{C} in {e}: a review",
                        "{D} for the treatment of {e}: a randomized controlled trial",
                        "Effects of {d} versus {e} on sleep: Systematic review and meta-analysis",
                        "{D}--side effects, abuse risk and alternatives",
                        "New insights into {e}. I. Effects of {d}",
                        "Is {d} safe? A population based study",
                        "{C}: how can it be reduced?",
                        "{D}, {e}, and the GABA(A)-receptor",
                    )
                ),
                DRUGS,
            ),
        ]
    )
    author = make_people(rng) + [name for _ in range(rng.choice([0, 0, 1, 2])) for name in make_people(rng)]
    if rng.random() < 0.06:
        author = [
            {
                "literal": rng.choice(
                    [
                        "GBD 2019 Mental Disorders Collaborators",
                        "PDQ® Adult Treatment Editorial Board",
                        "American Diabetes Association Professional Practice Committee",
                        "The SPRINT Research Group",
                        "NCD Risk Factor Collaboration (NCD-RisC)",
                        "Global Burden of Disease Study 2013 Collaborators",
                        "ATBC Study Group",
                        "US Preventive Services Task Force",
                    ]
                )
            }
        ]
    elif rng.random() < 0.04:
        author.append(
            {
                "literal": rng.choice(
                    [
                        "Leiden Skin Cancer Study",
                        "the SPRINT Research Group",
                        "CluB-12",
                        "CDC COVID-19 Response Team",
                        "Working Group on Depression",
                    ]
                )
            }
        )
    pages = rng.randint(1, 2500)
    return {
        "type": "article-journal",
        "author": author,
        "title": title,
        "container-title": rng.choice(journals),
        "issued": [rng.randint(1975, 2025), rng.randint(1, 12), rng.randint(1, 28)],
        "volume": str(rng.randint(1, 390)),
        **(
            {
                "issue": rng.choice(
                    [
                        str(rng.randint(1, 24)),
                        str(rng.randint(1, 12)),
                        "Suppl 2",
                        "No. RR-3",
                        "suppl 1",
                        "Suppl-3",
                    ]
                )
            }
            if rng.random() < 0.8
            else {}
        ),
        **(
            {
                "page": rng.choice(
                    [
                        f"{pages}-{pages + rng.randint(2, 30)}",
                        f"{pages}-{pages + rng.randint(2, 30)}",
                        f"e{pages}",
                        str(pages + 2000),
                        f"S{pages}-S{pages + 9}",
                    ]
                )
            }
            if rng.random() < 0.9
            else {}
        ),
        "DOI": f"10.{rng.randint(1000, 9999)}/{rng.choice(['j.', 'S', 'mmwr.mm', '', 'appi.ps.'])}{rng.randint(10000, 10**8)}",
    }


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
        [
            f"{brand} ({drug})",
            f"{brand} ({drug}) tablets",
            brand.upper(),
            brand,
            f"{brand.upper()} ({drug}) tablets, for oral use, CIV",
            f"{brand} ({drug}) sublingual film CIII",
            f"{drug.capitalize()} tablet",
            f"{brand} ({drug} hydrochloride) capsules",
        ]
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
    title = rng.choice(
        [
            rng.choice(DRUGS).capitalize(),
            rng.choice(CONDITIONS).title(),
            "Benzodiazepines",
            "Benzodiazepine Toxicity",
            "Neuroanatomy, " + rng.choice(["Nucleus Caudate", "Amygdala", "Thalamus"]),
            "Physiology, " + rng.choice(["GABA", "Sleep", "Neurotransmitters"]),
            rng.choice(CONDITIONS).title() + " (Nursing)",
        ]
    )
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


def fill(rng: random.Random, pattern: str, pool: list[str]) -> str:
    """A title made of a pattern and two things out of a pool."""
    first, second = rng.sample(pool, 2)
    brand = rng.choice(_BRANDS)
    words = {
        "d": first,
        "D": _capital(first),
        "c": first,
        "C": _capital(first),
        "e": second,
        "E": _capital(second),
        "B": brand,
        "U": brand.upper(),
    }
    title = pattern.format_map(words)
    if rng.random() < 0.2 and len(title) > 12:
        title = " ".join(
            word if word in {"and", "of", "the", "in", "for", "to", "a"} else _capital(word)
            for word in title.split()
        )
    return title


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]

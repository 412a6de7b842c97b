"""House templates: the forms in which publishers print references by hand."""

import random
import re
from collections.abc import Callable
from typing import Any

from pieces import Piece

Record = dict[str, Any]

# ⟨…⟩ is left out when something in it is missing; {name:form}
_JOURNAL = """
{a:van}. {t} ({jurl}). {cs}. {date:ymd};{v}⟨({i})⟩⟨:{g}⟩. Accessed {acc:slash}.
{a:mla}. "{t}." {c} {v}⟨.{i}⟩ ({date:my})⟨: {g}⟩.
{a:van}. {t}. {cs} {y}. In press.
{a:van}. {t}. {cs}. In press {y}.
{a:van}. {t} [version 1; peer review: 2 approved]. {c=F1000Research} {y}, {v}:{g} ({doi})
{a:van}. {t}. [version 2; referees: 1 approved]. {c=Wellcome Open Research}. {y}; {v}:{g}
{a:mla}. “{t}.” {c}: {date:my} - Volume {v} - Issue {i} - p {g} {doi}
{a:ieee}, “{t},” in {c=Proc. IEEE Int. Conf. Biomed. Eng. (ICBE)}, {l}, {y}, pp. {g}.
{a:caps}. {t}. {c}, {l}, v. {v}⟨, n. {i}⟩⟨, p. {g}⟩, {date:mypt}.
{a:full}, {t}, {c}, Volume {v}⟨, Issue {i}⟩, {date:my}⟨, Pages {g}⟩
{a:full}. {t}. {c}, {y}, {v}⟨ ({i})⟩⟨, pp.{g}⟩. ⟨{rawdoi}⟩.
{a:van} {y} {t}. {cs} {v}⟨:{g}⟩
{a:apa} ({y}). {t}. {c}, {v}⟨({i})⟩⟨, {g}⟩. Wiley Online Library. {doi}
{a:van}. ({y}). {t}. {jurl}
{a:vanetal}. ({y}). {t}. {jurl}
{a:vanetal} ({y}). {t}. {jurl}
{a:apa} ({y}). {t}. {jurl}
{a:apa} ({y}). {t}. {c}. {doi}
{t}. ({y}). {jurl}
{t}. ({y}). {c}. {jurl}
{c}: “{t}.”
{c}: "{t}."
{c}: “{t}”
{a:vanetal}. {c}, {date:my}.
{a:vanetal}. {c}, published online {date:mdy}.
{a:apa1} {c}, {date:my}.
{a:van}. {t}. {c}. {y}. {jurl}
{a:van}. {t}. {c}. {date:my}. {jurl}
{a:van}. {t}. {c}. {date:mdy}. Accessed {acc:mdy}. {jurl}
{a:van}. {t}. {cs} [Internet]. {y} [cited {acc:ymd}];{v}⟨({i})⟩⟨:{g}⟩. Available from: {jurl}
{a:van}. {t}. {cs} [Internet]. {date:ymd} [citado {acc:dmy}];{v}⟨({i})⟩⟨:{g}⟩. Disponible en: {jurl}
{a:van} ({date:my}). "{t}". {c}. {v}⟨ ({i})⟩⟨: {g}⟩. {doi}. {pmid}
{a:van} ({y}). "{t}". {c}. {v}⟨ ({i})⟩⟨: {g}⟩. {doi}.
{a:van}. {y}. {t}. {c} {v}⟨({i})⟩⟨: {g}⟩.
{a:van}. {y}. {t}. {cs}. {v}⟨({i})⟩⟨:{g}⟩.
{a:apa}, {t}. {cs}, {y}. {v}⟨({i})⟩⟨: p. {g}⟩.
{a:harv}, {t}. {c}, {y}. {v}⟨({i})⟩⟨: p. {g}⟩.
{a:van}. [{t}]. {cs}. {date:ymd};{v}⟨({i})⟩⟨:{g}⟩. German. {doi}
{a:van}. [{t}]. {cs}. {y};{v}⟨({i})⟩⟨:{g}⟩. French.
{a:van}. {t}. {cs}. {date:ymd};{v}⟨({i})⟩⟨:{g}⟩. Review. {pmid}
{a:van}. {t}. Preprint. {c=medRxiv}. Posted online {date:mdy}. {doi}
{a:van}. {t}. Preprint. Posted online {date:mdy}. {c=bioRxiv} {y}.{n1}. {doi}
{a:apa} ({y}). {t}. {c=PsyArXiv}. {doi}
{a:van}. {t}. {cs}. {y} (in press).
{a:full} ({y}). {t}. {c} {v}, {g}.
{a:apa} ({y}). {t}. {c}, {v}⟨({i})⟩⟨, {g}⟩.⟨ {doi}⟩
{a:apa} ({y}). {t}. {c}, {v}⟨({i})⟩⟨, {g}⟩.⟨ {doi}⟩
{a:apa} ({y}). {t}. {c}⟨, {v}⟩⟨({i})⟩⟨, {g}⟩. Retrieved {acc:mdy}, from {jurl}
{a:apa} ({y}). {t}. {c}. Retrieved {acc:mdy}, from {jurl}
{a:apa} ({y}). {t}. {c}. {jurl}
{a:apa} ({date:ym}). {t}. {c}, {v}⟨({i})⟩⟨, {g}⟩.⟨ {doi}⟩
{a:apa}. ({y}). {t}. {c}. {v}⟨({i})⟩⟨:{g}⟩.⟨ {doi}⟩
{a:apav} ({y}). {t}. {c}, {v}⟨({i})⟩⟨, {g}⟩.⟨ {doi}⟩
{a:van}. {t}. {cs}. {y};{v}⟨({i})⟩⟨:{g}⟩.⟨ {doi}⟩⟨ {pmid}⟩
{a:van}. {t}. {cs}. {y};{v}⟨({i})⟩⟨:{g}⟩.⟨ {doi}⟩
{a:van}. {t}. {cs}. {date:ymd};{v}⟨({i})⟩⟨:{g}⟩.⟨ {doi}⟩⟨ {pmid}⟩
{a:van}. {t}. {cs}. {date:ymd};{v}⟨({i})⟩⟨:{g}⟩. doi: {rawdoi}. Epub {epub}. PMID: {pmidn}; PMCID: {pmcid}.
{a:van}. {t}. {cs} {y};{v}⟨({i})⟩⟨:{g}⟩.
{a:van}. {t}. {cs} {y}; {v}⟨({i})⟩⟨: {g}⟩.
{a:van}. {t}. {cs} {y};{v}⟨:{g}⟩. {links}
{a:van}. {t}. {cs}. {y};{v}⟨:{g}⟩. {links}
{a:van}. {t}. {cs}. {y}; {v}: {g}.
{a:van}. {t}. {cs}, {y}; {v}⟨({i})⟩⟨: {g}⟩.
{a:van} ({y}) {t}. {cs} {v}⟨({i})⟩⟨:{g}⟩⟨. {doi}⟩
{a:van} ({y}): {t}. {cs} {v}⟨:{g}⟩.
{a:van} ({y}). {t}. {cs}, {v}⟨({i})⟩⟨, {g}⟩.
{a:van} ({y}). {t}. {cs}; {v}⟨({i})⟩⟨:{g}⟩. {doi}
{a:van}. {t}. {cs}. {y}; {doi}
{a:van}. {t}. {cs}. {y};{v}⟨({i})⟩⟨:{g}⟩. Available at: {jurl}. Accessed {acc:mdy}.
{a:van}. {t}. {cs}. {y};{v}⟨({i})⟩⟨:{g}⟩. Accessed {acc:mdy}. {jurl}
{a:van}. {t} [Internet]. {cs}. {y} [cited {acc:ymd}];{v}⟨({i})⟩⟨:{g}⟩. Available from: {jurl}
{a:van}. "{t}." {cs} {y}; {v}⟨:{g}⟩
{a:van}, {t}. {cs} {v} ({y}) {g}.
{a:van}, {t}, {cs} {y}; {v}: {g}
{a:van}: {t}. {cs} {y};{v}⟨:{g}⟩.
{a:van1} {t}. {cs}. {y};{v}⟨({i})⟩⟨:{g}⟩.
{a:vanetal} ({y}) {t}. {cs}. {v}⟨({i})⟩⟨, {g}⟩ [PubMed: {pmidn}]
{a:vanetal}. {t}. {cs}. {y};{v}⟨({i})⟩⟨:{g}⟩.
{a:vanetal}. {cs} {y};{v}⟨:{g}⟩.
{a:vanetal}, {cs} {v}, {g} ({y})
{a:vand}. {t}. {cs}. {y};{v}⟨({i})⟩⟨:{g}⟩.
{a:vand} {t}. {cs} {y}, {v}⟨, {g}⟩.
{a:comma}. {t}. {c}, {date:ym};{v}⟨({i})⟩⟨:{g}⟩.
{a:comma}. {t}. {c}. {y}. {v}⟨({i})⟩⟨: p. {g}⟩.
{a:acs} {t}. {cs} {y}, {v}⟨, {g}⟩.⟨ {doi}⟩
{a:acs} {t}. {cs} {y}, {v}⟨, {g}⟩. [Google Scholar] [CrossRef]
{a:acs} ({y}): {t}. {cs}, {v}⟨({i})⟩⟨: {g}⟩.
{a:mla}. "{t}." {c} {v}⟨.{i}⟩ ({y})⟨: {g}⟩.
{a:mla}. "{t}." {c}, vol. {v}⟨, no. {i}⟩, {date:my}⟨, pp. {g}⟩.⟨ {doi}⟩
{a:mla}. "{t}." {c}, vol. {v}, suppl. {n1}, {y}⟨, pp. {g}⟩.
{a:mla}. "{t}." {c} {v}⟨, no. {i}⟩ ({date:mdy})⟨: {g}⟩.
{a:mla}. “{t}.” {c}, {date:dmy}, {wurl}.
{a:mla}. “{t}.” {c}, U.S. National Library of Medicine, {date:my}, {wurl}.
{a:mla}. “{t}.” {c} {v}⟨, no. {i}⟩ ({y})⟨: {g}⟩. {doi}
{a:ieee}, “{t},” {c}, vol. {v}⟨, no. {i}⟩⟨, pp. {g}⟩, {date:my}.⟨ {doi}⟩
{a:ieee}, "{t}," {cs}, vol. {v}⟨, no. {i}⟩⟨, p. {g}⟩, {y}.
{a:ieee}, “{t},” {c}, vol. {v}, Article ID {art}, {n} pages, {y}.
{a:ieee}, {t}, {cs} {v} ({y})⟨, {g}⟩.
{a:ieee}. {t}. {c}, {v}⟨({i})⟩⟨:{g}⟩, {y}.
{a:harv} {y}, '{t}', {c}, vol. {v}⟨, no. {i}⟩⟨, pp. {g}⟩.
{a:harv} ({y}) '{t}', {c}, {v}⟨({i})⟩⟨, pp. {g}⟩.⟨ {doi}⟩
{a:harv} ({y}) ‘{t}’, {c}, {v}⟨({i})⟩⟨, pp. {g}⟩. Available at: {jurl} (Accessed: {acc:dmy}).
{a:harv}, {y}. {t}. {c}, {v}⟨({i})⟩⟨, pp.{g}⟩.
{a:harv} {y}. {t}. {c}, {v}⟨({i})⟩⟨, {g}⟩.⟨ {doi}⟩
{a:harv}, {y}. {t}. {cs} {v}⟨, {g}⟩.⟨ {doi}⟩
{a:harv} {y} {t}. {c}, {v}⟨({i})⟩⟨, {g}⟩.
{a:full}, “{t},” {c} {v}⟨, no. {i}⟩ ({y})⟨: {g}⟩.
{a:full}. "{t}". {c}. {v}⟨ ({i})⟩⟨: {g}⟩. {doi}. {pmid}.
{a:full}. {t}. {c}⟨ {v}⟩⟨({i})⟩⟨, {g}⟩ ({y}).
{a:full} ({y}): {t}. In: {c} {v}⟨ ({i})⟩⟨, S. {g}⟩.
{a:fulldeg}. “{t}.” {cs} {y}; {v}⟨:{g}⟩
{a:wiki} ({date:my}). "{t}". {c}. {v}⟨ ({i})⟩⟨: {g}⟩. {doi}. {pmid}.
{a:wiki} ({y}). "{t}". {c}. {v}⟨ ({i})⟩⟨: {g}⟩. {doi}.
{t}. {cs}. {y};{v}⟨({i})⟩⟨:{g}⟩.⟨ {pmid}⟩
{t}. {a:van}. {cs}. {y};{v}⟨({i})⟩⟨:{g}⟩.⟨ {pmid}⟩
{t}. {a:van}. {cs}. {date:ymd};{v}⟨({i})⟩⟨:{g}⟩. {pmid}
{t}. {c} {v}⟨, {g}⟩ ({y}).
{t}; {a:van}; {cs}, {y}
{t};{a:van};{cs},{y}
{t} (PubMed.gov / NCBI) | {jurl}
{a:van} | {t} | {cs} | {jurl}
{a:van} | {t} | {cs}
{jurl} | {a:van} | {t}
{cs}. {date:ymd};{v}⟨({i})⟩⟨:{g}⟩
{c} {date:mdy}; {v}⟨:{g}⟩
{a:van}, {cs} {date:my}; {v}⟨:{g}⟩.
{a:apa1}. {t}. {c} {v}⟨ ({i})⟩⟨: {g}⟩, {date:my}⟨; {doi}⟩
{a:apa1}. {t}. {c}, {date:my}⟨; {doi}⟩
{a:apa}: {t}. {c}, {v}⟨({i})⟩⟨, {g}⟩, {y}.
{a:apa} {y}. {t}. {c} {v}⟨({i})⟩⟨:{g}⟩.
{a:caps}. {t}. {c}, v. {v}⟨, n. {i}⟩⟨, p. {g}⟩, {y}.
{a:caps} ({y}). {t}. {c}, {v}⟨({i})⟩⟨, {g}⟩.
{a:caps}, « {t} », {c}, {y}⟨, n° {i}⟩⟨, p. {g}⟩.
{a:nature} {t}. {cs} {v}⟨, {g}⟩ ({y}).
{a:nature} {t}. {cs} {v}⟨, {g}⟩ ({y}). {doi}
""".strip().splitlines()
_BOOK = """
{a:mla}. {t}.⟨ {edn:short}⟩ {l}: {p}, {y}. Print.
{a:van}. {t}. {p}; {y}.
{a:van}. {t}. {p}, {y}.
{a:full}. {t}. {l}: {p}, {y}.
{a:full}, {t} ({p}, {y}).
{a:van} ({y}) {t}. {p}, {l}
{a:apa} ({y}). {t}. {l}, {p}.
{a:van}: {t}.⟨ {edn:short}⟩ {l}, {p}, {y}.
{a:apa} ({y}). {t}⟨ ({edn:short})⟩. {p}.
{a:apa} ({y}). {t}⟨ ({edn:short})⟩. {l}: {p}.
{a:apa} (Eds.). ({y}). {t}⟨ ({edn:short})⟩. {p}.
{a:apa} ({y}). {t}⟨ ({edn:short})⟩. {p}. {doi}
{a:van}. {t}.⟨ {edn:short}⟩ {l}: {p}; {y}.
{a:van}. {t}.⟨ {edn:short}⟩ {l}: {p}, {y}.
{a:van}, editors. {t}.⟨ {edn:short}⟩ {l}: {p}; {y}. p. {pp}.
{a:van}. {t}⟨. {edn:short}⟩. {p}; {y}.
{a:van}. {t} [Internet]. {l}: {p}; {y} [cited {acc:ymd}]. Available from: {wurl2}
{a:mla}. {t}. {l}: {p}, {y}.
{a:mla}. {t}. {p}, {y}.
{a:van}, eds. {t}.⟨ {edn:short}⟩ {l}: {p}; {y}.
{a:van}, eds. {t}.⟨ {edn:short}⟩ {l}: {p}; {y}: {g2}.
{a:van}. {t}. {l}: {p}; {y}:{g2}.
{a:mla}. {t}. {l}: {p}, {y}.
{a:mla}. {t}.⟨ {edn:short},⟩ {p}, {y}.
{a:harv} ({y}) {t}.⟨ {edn:short}⟩ {l}: {p}.
{a:harv} {y}, {t}, {p}, {l}.
{a:harv}, {y}. {t}. {p}, {l}.
{a:ieee}, {t}⟨, {edn:short}⟩. {l}: {p}, {y}.
{a:full}. {t}. {p}, {y}.
{a:full}, {t} ({l}: {p}, {y}), {pp}.
{a:full}: {t}. {p}, {l} {y}, ISBN {isbn}.
{a:full}, {t}, {p}, {l}, {y}, S. {pp}
{a:caps}. {t}. {l}: {p}, {y}.
{a:caps}, {t}, {l}, {p}, {y}, {pp} p.
{a:acs} {t}⟨, {edn:short}⟩; {p}: {l}, {y}.
{a:full}: {t}, {p}, {y}
{t}.⟨ {edn:short}⟩ {l}: {p}; {y}.
{t}. {p}, {y}.
""".strip().splitlines()
_CHAPTER = """
{a:van}. {t}. In: {c}.⟨ {edn:short}⟩ {p}; {y}. https://www.clinicalkey.com. Accessed {acc:mdy}.
{a:vanetal}. {t}. In: {c}.⟨ {edn:short}⟩ {p}; {y}. https://www.clinicalkey.com. Accessed {acc:mdy}.
{a:harv}. {t}. {c}, {p}, {y}, pages {g}, ISBN {isbn}.
{a:harv}. {t}. {c} (Fourth Edition), {p}, {y}, pages {g}, ISBN {isbn}.
{a:van}. {t}. In: {e:van}. {c}.⟨ {edn:short}⟩ {l}: {p}; {y}. p. {g}.
{a:van}. {t}. In: {e:van}. {c}.⟨ {edn:short}⟩ {l}: {p}, {y}, pp {g}
{a:full}: {t}. In: {c}. {p}, {l} {y}, S. {g}.
{a:van}. {t}. In: {e:van}, eds. {c}, {n1}e. {p}; {y}. Accessed {acc:mdy}. {wurl2}
{a:van}. {t}. In: {e:van}. eds. {c}. {p}; {y}. Accessed {acc:mdy}. {wurl2}
{a:van}. {t}. In: {e:van}, ed. {c}. {p}; {y}:chap {n1}.
{a:apa} ({y}). {t}. In {e:ieeeapa} (Eds.), {c} (⟨{edn:short}, ⟩pp. {g}). {p}.
{a:apa} ({y}). {t}. In {e:ieeeapa} (Eds.), {c} (pp. {g}). {l}: {p}.
{a:apa} ({y}). {t}. In {c} (pp. {g}). {p}.⟨ {doi}⟩
{a:apa} ({y}). {t}. In: {e:apa} (eds) {c}. {p}, {l}⟨, pp {g}⟩.⟨ {doi}⟩
{a:van}. {t}. In: {e:van}, editors. {c}.⟨ {edn:short}⟩ {l}: {p}; {y}. p. {g}.
{a:van}. {t}. In: {e:van}, eds. {c}.⟨ {edn:short}⟩ {l}: {p}; {y}:{g}.
{a:van}. {t}. In: {c}. {p}; {y}⟨:{g}⟩.
{a:van}. {t}. In: {e:van}, eds. {c}.⟨ {edn:short}⟩ {l}: {p}; {y}: {g}.
{a:van}. {t}. In: {e:van}, ed. {c}.⟨ {edn:short}⟩ {l}: {p}, {y}: pp {g}.
{a:van} ({y}). {t}. In {e:van} (Eds.). {c}⟨ ({edn:short}, pp. {g})⟩. {l}: {p}.
{a:van} ({y}) {t}. In: {e:van} (eds) {c}. {p}, {l}, pp {g}
{a:mla}. “{t}.” {c}, edited by {e:full}, {p}, {y}, pp. {g}.
{a:mla}. "{t}." In {c}, edited by {e:full}, {g}. {l}: {p}, {y}.
{a:ieee}, “{t},” in {c}⟨, {e:ieee}, Eds⟩. {l}: {p}, {y}, pp. {g}.
{a:ieee}. {t}. In {e:ieee}, editors, {c}, pages {g}. {p}, {y}.
{a:ieee}. {t}. In {c}, pages {g}. {p}, {y}.
{a:harv} ({y}) '{t}', in {e:harv} (eds.) {c}. {l}: {p}, pp. {g}.
{a:harv}, {y}. {t}, in: {e:harv} (Eds.), {c}. {p}, {l}, pp. {g}.
{a:full}, {t}, in {e:last} (Hrsg.) {c}, {l} {y}, {p}, S. {g}
{a:full}: {t}. In: {e:full} (Hrsg.): {c}. {p}, {l} {y}, S. {g}.
{a:acs} {t}. In {c}; {e:acs}, Eds.; {p}: {l}, {y}; pp {g}.
{a:caps}, « {t} », in {e:caps} (dir.), {c}, {l}, {p}, {y}, p. {g}.
""".strip().splitlines()
_STATPEARLS = """
{a:van}. {t} ({url}). {date:ymd}. In: {c=StatPearls} [Internet]. {l=Treasure Island (FL)}: {p=StatPearls Publishing}; {y2}-. Accessed {acc:slash}.
{a:apa} ({date:apa}). {t}. {c=StatPearls – NCBI Bookshelf}. {url}
{a:apa} ({date:apa}). {t}. {c=StatPearls – NCBI Bookshelf}. Retrieved {acc:mdy}, from {url}
{a:apa} ({date:apa}). {t}. {c=StatPearls [Internet]}. Retrieved {acc:mdy}, from {url}
{a:apa} ({date:apa}). {t}. {c=NCBI Bookshelf}; {c=StatPearls Publishing}. {url}
{a:apa} ({date:apa}). {t}. In {c=StatPearls}. {p=StatPearls Publishing}. {url}
{a:apa} ({y}). {t}. In {c=StatPearls}. {l=Treasure Island (FL)}: {p=StatPearls Publishing}.
{a:apa} ({date:apa}). {t}. {c=StatPearls}. {url}
{a:apa} ({y}). {t}. {c=StatPearls}. {p=StatPearls Publishing}. {url}
{a:van}. {t}. [Updated {date:ymd}]. In: {c=StatPearls} [Internet]. {l=Treasure Island (FL)}: {p=StatPearls Publishing}; {y2}-. Available from: {url}
{a:van}. {t}. [Updated {date:ymd}]. In: {c=StatPearls} [Internet]. {l=Treasure Island (FL)}: {p=StatPearls Publishing}; {y2}. Available from: {url}
{a:van}. {t}. [Updated {date:ymd}]. In: {c=StatPearls}. {l=Treasure Island, FL}: {p=StatPearls Publishing}; {y2}. {url}. Accessed {acc:mdy}.
{a:van}. {t}. In: {c=StatPearls} [Internet]. {l=Treasure Island (FL)}: {p=StatPearls Publishing}; {y2} [cited {acc:ymd}]. Available from: {url}
{a:van}. {t}. {c=StatPearls}. {p=StatPearls Publishing}; {y2}. Accessed {acc:mdy}. {url}
{a:van}. {t}. {c=StatPearls}. {date:mdy}. Accessed {acc:mdy}. {url}
{a:van}. {t}. {c=StatPearls} [Internet]. {y}. {url}
{a:mla}. “{t}.” {c=StatPearls [Internet]}, {p=U.S. National Library of Medicine}, {date:dmy}, {wurl}. Accessed {acc:dmy}.
{a:mla}. “{t}.” {c=StatPearls}, {p=StatPearls Publishing}, {date:dmy}, {wurl}.
{a:mla}. “{t}.” {c=National Center for Biotechnology Information}, {p=U.S. National Library of Medicine}, {date:dmy}, {wurl}.
{t}. {c=StatPearls}. {url}. Accessed {acc:mdy}.
{t} - {c=StatPearls - NCBI Bookshelf}. {url}
{t}. ({date:apa}). {c=StatPearls – NCBI Bookshelf}. {url}
""".strip().splitlines()
_LABEL = """
{t} [prescribing information]. {l}: {p}; {date:my}. {url}. Accessed {acc:mdy}.
{t}. Prescribing information. {p}, {l}; {y}.
{t}. {p}, {l}; {date:my}.
{t} product monograph. {p}, {l}. {date:mdy}.
{t}. {c=DailyMed}. Updated {date:mdy}. Accessed {acc:mdy}. {url}
{a=Food and Drug Administration}. {t} label.
{a=FDA}. {t} prescribing information. {date:my}. {url}
{t}. {a=FDA}. {url}
{t} [package insert]. ({y}). {l}: {p} Retrieved from {url}
{t} [package insert]. {l}: {p}; {y}.
{t} [prescribing information]. {l}: {p}; {y}.
{t} [prescribing information]. {p}; {y}. Accessed {acc:mdy}. {url}
{t}. Prescribing information. {p}; {y}. Accessed {acc:mdy}. {url}
{t}. Package insert. {p}; {y}.
{t}. Highlights of prescribing information. {l}: {p}; {date:my}. {url}
{t}. Highlights of prescribing information. {p}; {y}.
{t}. Full prescribing information. {l}: {p}; {date:my}.
{p} ({y}). {t} [package insert]. {url}
{a=Food and Drug Administration}. ({y}). {t} [Package insert]. {url}
{a=U.S. Food and Drug Administration}. ({date:apa}). {t} prescribing information. Retrieved {acc:mdy}, from {url}
{t}. ({y}). Retrieved {acc:mdy}, from {url}
{t}. {a=U.S. Food and Drug Administration}. {url}. Revised {date:my}. Accessed {acc:mdy}.
{a=FDA}. {t}. {y}. {url}
{a=DailyMed}. {t}. {c=U.S. National Library of Medicine}. Accessed {acc:dots}. {url}
{t}. {c=DailyMed}. Updated {date:mdy}. Accessed {acc:mdy}. {url}
{t}. {c=DailyMed}. {date:mdy}. {url}
{a=U.S. Food and Drug Administration (FDA)}: {t}
{t} (package insert). {l}: {p} {date:my}.
""".strip().splitlines()
_PAGE = """
{a:org}. {t} ({url}). Last reviewed {date:slash}. Accessed {acc:slash}.
{a:vanetal}. {t}. {url}. Accessed {acc:mdy}.
{t}. ({date:apa}). In {c=Wikipedia}. {url}
{t}. (n.d.). In {c}. Retrieved {acc:mdy}, from {url}
{t}. ({date:apa}). In {c=Wikipedia, The Free Encyclopedia}. Retrieved {acc:mdy}, from {url}
{a:org}. ({date:apa}). {t}. In {c=Wikipedia, The Free Encyclopedia}. Retrieved {acc:mdy}, from {url}
{a:org}. ({y}). {t}. In {c=APA dictionary of psychology}. Retrieved {acc:mdy}, from {url}
{a:org}. (n.d.). {t}. In {c=Merriam-Webster.com dictionary}. Retrieved {acc:mdy}, from {url}
{a:apa} ({y}). {t}. In {c=Encyclopædia Britannica}. {url}
{t}. In: {c} [Internet]. {y} [cited {acc:ymd}]. Available from: {url}
{t}. {c}. Version {n1}.0, {y}. {url}
{a:chain}. {t}. {y}. {url}
{a:chain}. ({y}). {t}. {url}
{a:chain}. {t}. {c}. {date:mdy}. Accessed {acc:mdy}. {url}
{a:chain}. {t}. {l}: {p}; {y}.
{a:turned} ({date:apa}). {t}. {c}. {url}
{a:turned} ({date:apa}). {t}. {c}. Retrieved {acc:mdy}, from {url}
{a:org}: {t}. In: {c}. Stand: {date:dots}. URL: {url}, letzter Zugriff: {acc:dots}
{a:org}: {t}. In: {c}. URL: {url} (abgerufen am {acc:dots})
{t}. {c}. Accessed {acc:slash}. {url}
{t}. Medically reviewed by {rev}. {c}, {date:mdy}.
{c:alone}: “{t}.”
{c:alone}: "{t}."
{c:alone}: {t}
{c:alone} – {t}. {url}
{c:alone} – {t} – {url}
{c:alone} – {url} – {t}
{c:alone} – {t}. Retrieved on {acc:mdy} at {url}
{a:org}: “{t}.”
{a:org}: "{t}."
{a:org}: “{t},” {date:mdy}.
{a:org} – {t} – {url}
{a:org} news release: “{t},” {date:mdy}.
News release, {a:org}.
{t} ({y}) {c}. Available at: {url} (Accessed: {acc:mdy}).
{t} (no date) {c}. Available at: {url} (Accessed: {acc:dmy}).
{a:org} (no date) {t}. Available at: {url} (Accessed: {acc:dmy}).
{a:org} ({y}) {t}, {c}. Available at: {url} (Accessed: {acc:dmy}).
{a:apa} ({y}) {t}, {c}. Available at: {url} (Accessed: {acc:dmy}).
{t}. ({date:apa}). {c}; {c}. {url}
{t}. (n.d.). {c}; {p}. {url}
{a:org}. ({date:apa}). {t}. {c}; {p}. {url}
“{t}.” {c}, {date:dmy}, {url}.
“{t}.” {c}, {p}, {y}, {wurl}.
“{t}.” {c}, {p}, {date:dmy}, {url}. Accessed {acc:dmy}.
"{t}." {c}. {p}, {date:my}. Web. {acc:dmy}. <{url}>.
{a:org}. “{t}.” {c}, {p}, {date:dmy}, {wurl}. Accessed {acc:dmy}.
{a:org}. “{t}.” {c}, {date:dmy}, {url}.
{a:org}. {t}. {url}. Updated {date:mdy}. Accessed {acc:mdy}.
{t}. {c}. {url}. Updated {date:mdy}. Accessed {acc:mdy}.
{t}. {c}. {url}. Published {date:my}. Accessed {acc:mdy}.
{t}. {c}. {url}. Accessed {acc:my}.
{a:org}. {t}. {date:my}. {url}
{a:org}. ({date:my}). {t}. {url}
{a:org} ({y}). {t}. {l}.
{a:full}. {t}. {c}. {date:mdy}, 10:15am EST.
{a:full}, "{t}," {c}, {date:mdy}, accessed {acc:mdy}, {url}.
{a:full}. {t}. {c}. {url}. Published {date:mdy}. Accessed {acc:mdy}.
{a:apa} ({date:apa}). {t} ({rev0}, Ed.). {c}. {url}
{a:apa} ({date:apa}). {t}. ({rev0}, Ed.). {c}. Retrieved {acc:mdy}, from {url}
{a:apa} (reviewed {y}). {t}. {c}. {url}
{a:apa}. ({date:apa}). {t}. {c}. {url}
{a:van} (medical reviewer). {t}. {c}. {date:mdy}.
{a:van}. {t}. {c}. {date:mdy}. {url}
{a:van}. {t}. {c}. {date:mdy}.
{a:org}. {t}. Accessed {acc:mdy}. {url}
{a:org}. {t}. ({y}). Accessed {acc:mdy}. {url}
{t}. ({y}). {url}
{t}. (n.d.). {wurl}
{a:org}. (n.d.). {t}. {wurl}
{a:org}. ({y}). {t}. {wurl}
{t}. ({date:apa}). {c}. Retrieved {acc:mdy}, from {url}
{t}. ({date:apa}). {c}. Retrieved {acc:mdy}, from {url}
{t}. ({date:apa}). {c}. {url}
{t}. (n.d.). {c}. Retrieved {acc:mdy}, from {url}
{t}. (n.d.). {c}. {url}
{t}. (n.d.). Retrieved {acc:mdy}, from {url}
{t}. ({y}). Retrieved {acc:mdy}, from {url}
{t}. ({date:apa}). Retrieved {acc:mdy}, from {url}
{t}. ({date:apa}). {url}
{t}. ({y}). {c}.
{t} (pp. {n}–{pp}). ({y}). Retrieved {acc:mdy}, from {url}
{t} (pp. {n}–{pp}). (n.d.). {c}. Retrieved {acc:mdy}, from {url}
{t}. {c}. ({date:apa}). {url}
{t}. {c}. ({date:apa}). Retrieved {acc:mdy}, from {url}
{t}. {c}. (n.d.). Retrieved {acc:mdy}, from {url}
{a:org}. ({date:apa}). {t}. {url}
{a:org}. ({date:apa}). {t}. {url}
{a:org}. ({date:apa}). {t}. Retrieved {acc:mdy}, from {url}
{a:org}. ({date:apa}). {t}. {c}. {url}
{a:org}. ({date:apa}). {t}. {c}. Retrieved {acc:mdy}, from {url}
{a:org}. {t}. ({date:apa}). {url}
{a:org}. {t}. ({y}). {url}
{a:org}. {t}. ({y}). Retrieved {acc:mdy}, from {url}
{a:org}. {t}. ({date:apa}). {c}. {url}
{a:org}. {t} ({url}). Accessed {acc:slash}.
{a:org}. {t}. {l}; {y}.
{a:org}. {t}. {l}, {y}. {url}
{a:org}: {t}. {l}, {date:dots}. Online: {url} (abgerufen am {acc:dots})
{a:org}: {t}. {l}, {y}.
{a:org}. {t}. {l}: {p}; {y}. {url}
{a:org}. {t}. {p}, {l}, {y}. {url}
{a:org}. {t}. {p}; {y}. Accessed {acc:mdy}. {url}
{a:org} ({y}). {t}. Repéré à {url}
{t}. {p}. {l}, {y}. {url}
{t}. {p}, {l}, {y}.
{t}. {p}, {l}, {y}. {url}
{t}. {c}. Medically reviewed by {rev}. Last updated on {date:mdy}. {url}
{t}. {c}. Medically reviewed by {rev}. {date:mdy}. {url}
{t}, {c}, accessed {acc:mdy}, {url}
{t}, {c}, {url}
{c} [Internet]. {l}: {p}; [updated {date:ymd}]. {t}; [cited {acc:ymd}]. Available from: {url}
{c} [Internet]. {l}: {p}; {y}-. {t}. Available from: {url}
{a:org} ({y}). {t}. {c}. {url}
{a:org}. ({y}). {t}. {p}. {url}
{a:org}. ({y}). {t}. {l}: {p}. {url}
{a:org}. ({y}). {t}. {url}
{a:org}. (n.d.). {t}. Retrieved {acc:mdy}, from {url}
{a:org}. (n.d.). {t}. {c}. Retrieved {acc:mdy}, from {url}
{a:org}. (n.d.). {t}. {url}
{a:org} (n.d.) {t}. Available at: {url} (Accessed: {acc:dmy}).
{a:org}, (n.d.). {t}. {url}
{a:org}. {date:apa}. {t}. Retrieved from {url} on {acc:apa}
{a:org}. {t}. Retrieved from {url} on {acc:mdy}.
{a:org}. {t}. {url}. Accessed {acc:mdy}.
{a:org}. {t}. {url}. Published {date:mdy}. Accessed {acc:mdy}.
{a:org}. {t}. Published {date:mdy}. Accessed {acc:mdy}. {url}
{a:org}. {t}. {date:mdy}. Accessed {acc:mdy}. {url}
{a:org}. {t}. {c}. {date:mdy}. Accessed {acc:mdy}. {url}
{a:org}. {t}. {c}. Updated {date:mdy}. Accessed {acc:mdy}. {url}
{a:org}. {t}. Available at: {url}. Accessed {acc:mdy}.
{a:org}. {t}. Available at: {url}. Accessed on {acc:mdy}.
{a:org}. {t}. Available at {url}. Last accessed {acc:mdy}.
{a:org}. {t}. {y}. Available at: {url}. Accessed {acc:mdy}.
{a:org}. {t}. {y}. Available from: {url}
{a:org}. {t}. {y}. {url}
{a:org}. {t}, {y}. {url}
{a:org}. {t}. {url}
{a:org}. {t}. {c}. {url}
{a:org}. {t}. {url} (accessed {acc:dmy}).
{a:org}. {t} [Internet]. {l}: {p}; {y} [cited {acc:ymd}]. Available from: {url}
{a:org}. {t} [Internet]. {p}; {y} [cited {acc:ymd}]. Available from: {url}
{a:org}. {t} [Internet]. {c}. {y} [cited {acc:ymd}]. Available from: {url}
{a:org}. {t} [Internet]. {y} [cited {acc:dmy}]. Available from: {url}
{a:org}. {t} [Internet]. [cited {acc:ymd}]. Available from: {url}
{a:org}. {t} [Internet]. {l}: {p}; {date:ymd} [cited {acc:ymd}]. Available from: {url}
{a:org}. {t} [online]. {y} [Accessed: {acc:mdy}]. Available from URL: {url}
{a:org}. {t}. {l}: {p}; {y}.
{a:org}. {t}. {l}: {p}, {y}.
{a:org}. {t}. {l}: {p}. Updated <{date:slash}>. Available at: {url}. Accessed <{acc:slash}>.
{a:org} ({y}) {t}. Available at: {url} (Accessed: {acc:dmy}).
{a:org} ({y}) {t} [Online]. Available at {url}. Accessed {acc:dmy}
{a:org} ({y}) {t}. {url}. Accessed {acc:dmy}
{a:org} ({y}): {t}. {url}
{a:org}, {y}. {t}. [online] {c}. Available at: <{url}> [Accessed {acc:dmy}].
{a:org}, {y}. {t}. [online] Available at: <{url}> [Accessed {acc:dmy}].
{a:org}, {y}. {t}. Available at: {url} [Accessed {acc:dmy}].
{a:org} {y}, {t}, {c}, viewed {acc:dmy}, <{url}>.
{a:org}, “{t},” {date:mdy}, {url}.
{a:org}, “{t}”
{a:org}, “{t},” {c}, {date:mdy}, {url}.
{a:org}, "{t}," {y}. [Online]. Available: {url}. [Accessed: {acc:dmy}].
{a:org}. “{t}.” {c}, {date:dmy}, {wurl}. Accessed {acc:dmy}.
{a:org}. "{t}." Last modified {date:mdy}. {url}.
{a:org}. "{t}." {url}.
{a:org}: {t}
{a:org}: {t}
{a:org}: {t}. {url}
{a:org}: {t}. {date:my}.
{a:org}: {t}. {url} (accessed on {acc:dmy}).
{a:org} – {t}
{a:org}. {t}.
{a:org}. {t}. {y}.
{a:org}. {t}. Last reviewed {date:mdy}. {url}
{a:org}, {t}, {y}. {url}
{a:org}, {t}, {url}, accessed {acc:mdy}.
{a:apa} ({date:apa}). {t}. {c}. {url}
{a:apa} ({date:apa}). {t}. {c}. {url}
{a:apa} ({date:apa}). {t}. {c}. Retrieved {acc:mdy}, from {url}
{a:apa} ({y}). {t}. {c}. Retrieved from {url}
{a:apa} ({date:apa}) {t}. {url}
{a:apa} {y}. "{t}" {c}. {url}
{a:apa}. {t}. {c}; {y}.
{a:apa} (n.d.). {t}. {c}. {url}
{a:van}. {t}. {c}. Published {date:mdy}. Accessed {acc:mdy}. {url}
{a:van}. {t}. {c}. {date:mdy}. Accessed {acc:mdy}. {url}
{a:van}. {t}. {c}. Updated {date:mdy}. {url}
{a:van}. {t}. {c}. {url}. Accessed {acc:mdy}.
{a:van}. {t} [Internet]. {c}; {y} [cited {acc:ymd}]. Available from: {url}
{a:van}. {t}. Revised {date:my}. {url}. Accessed {acc:my}.
{a:mla}. "{t}." {c}, {date:dmy}, {wurl}. Accessed {acc:dmy}.
{a:mla}. “{t}.” {c}, {p}, {date:dmy}, {wurl}.
{a:mla}. "{t}." {c}. {p}, {date:dmy}. Web. {acc:dmy}.
{a:mla}. “{t}.” {c}. {date:mdy}. {url}.
{a:mla}, "{t}," {c}, {date:mdy}, A{n}.
{a:mla}, “{t},” {c}, {date:mdy}, {url}.
{a:full}, “{t},” {c}, {date:mdy}, {url}.
{a:full}, “{t},” {c} (blog), last reviewed {date:mdy}, {url}.
{a:full}. {t}. {c}. {date:mdy}. {url}
{a:full}. {t}. {c}, {date:mdy}
{a:full} ({date:mdy}). "{t}". {c}. Retrieved {acc:dmy}.
{a:wiki} ({date:mdy}). "{t}". {c}. Archived from the original on {acc:mdy}. Retrieved {acc:mdy}.
{a:fulldr}, “{t},” {c}, {date:mdy}, {url}.
"{t}." {c}. {p}, {date:dmy}. Web. {acc:dmy}.
“{t}.” {c}, {date:dmy}, {wurl}. Accessed {acc:dmy}.
“{t}.” {c}, {p}, {date:dmy}, {wurl}.
“{t}.” {c}, {wurl}.
"{t}". {c}. Retrieved {acc:dmy}.
"{t}". {c}. {date:mdy}. Archived from the original on {acc:mdy}. Retrieved {acc:mdy}.
"{t}" {c}. {url}
“{t}.” {url}
Author Unknown. ({y}). “{t}.” Retrieved on {acc:mdy} from {url}
{t}. {c}. {url}. Accessed {acc:mdy}.
{t}. {c}. {url}. Accessed {acc:mdy}.
{t}. {c}. {url}
{t}. {c}. Published {date:mdy}. Accessed {acc:mdy}. {url}
{t}. {c}. {date:mdy}. Accessed {acc:mdy}. {url}
{t}. {c}. Accessed {acc:mdy}. {url}
{t}. {c}. {date:mdy}. {url}
{t}. {c}; {y}. {url}
{t}. {c}
{t}. {url}
{t}: {url}
{t} ({c}) | {url}
{t} | {url}
{t}, {url}
{t}. Retrieved from {url}
{t}. Retrieved {acc:mdy}, from {url}
{t}. Accessed {acc:mdy}. {url}
{t}. {url}. Accessed {acc:mdy}.
{t} – {c}. {url}
{t}. Available at: {url}
{t}. Available from URL: {url}.
{t}. {c} website. {url}. Accessed {acc:mdy}.
{t} [Internet]. {c}. [cited {acc:ymd}]. Available from: {url}
{t} [Internet]. {l}: {p}; {y} [cited {acc:ymd}]. Available from: {url}
{t}: {c}
{c}. {a:apa} ({date:apa}) {t}. {url}
{t}. {l}: {p}, {y}. {url}
{a:org} ({date:dots}): {t}. URL: {url} (abgerufen am {acc:dots}).
{a:org}: {t}. {url}, abgerufen am {acc:dmyde}.
{a:org}: {t}. {c}, {date:dmyde}, abgerufen am {acc:dmyde}.
{a:full}: {t}. In: {c}. {date:dmyde}, abgerufen am {acc:dmyde}.
{a:org}: {t}. Stand: {date:dots}. {url} (Zugriff am {acc:dots})
{a:org}, « {t} », {l}, {y}, consulté le {acc:dmyfr}, {url}
{a:org}. {t} [en ligne]. {y}. Disponible sur : {url} (consulté le {acc:dmyfr})
{a:org}. {t} [Internet]. {c}. {y} [citado {acc:dmy}]. Disponible en: {url}
{a:org}. ({y}). {t}. Recuperado de {url}
{a:org}. ({date:apaes}). {t}. Recuperado el {acc:dmyes}, de {url}
{a:org}. {t}. Ultimo aggiornamento: {date:dmyit}. {url} (accesso {acc:dmyit})
{a:org}. {t}. {y}. Disponível em: {url}. Acesso em: {acc:dmypt}.
{a:org}. {t}. {l}: {p}, {y}. Disponível em: {url}. Acesso em: {acc:dmypt}.
{url}
{url} (accessed {acc:mdy})
""".strip().splitlines()
_REPORT = """
{a:org} ({y}), {t}, {p}, {l}.
{a:org}, {t} ({p}, {y}).
{a:org}, {t} ({l}: {p}, {y}).
{a:apa} ({y}). {t} (HHS Publication No. {n}, NSDUH Series H-{n1}). {p}. Retrieved from {wurl2}
{a:org}. ({y}). {t} (HHS Publication No. PEP{n}). {l}: {p}. Retrieved from {wurl2}
{a:org}. {t}. HHS Publication No. {n}. Published {date:my}. {wurl2}
{a:org}. {t}. {series} {n}. {l}: {p}; {y}.
{a:org}. {t}. Version {n1}.0. {y}. Accessed {acc:mdy}. {wurl2}
{a:org}. {t}. {l} ({n1}): {p}; {date:ymd}.
{a:org}. {t}. {l}: {p}; {date:ymd}.
{a:van}. {t}. {c=NCHS Data Brief}, no {n}. {l}: {p}. {y}.
{a:org} ({y}). {t}. {p}. {l}.
{a:org}. {date:mdy}. {t}. {p}. {wurl2}
{a:apa} ({y}). {t} ({series} No. {n}). {p}. {doi}
{a:apa} ({y}). {t} ({series} No. {n}). {p}. {wurl2}
{a:apa} ({y}). {t}. {p}.
{a:org}. ({y}). {t}. {l}: {p}.
{a:org}. ({y}). {t}. {p}. {url}
{a:org}. {t}. {l}: {p}; {y}. {url}
{a:apa} ({y}). {t}. {l}: {p}. {wurl2}
{a:apa} ({y}). {t} [Report]. {p}. {wurl2}
{a:van}. {t}. {series}, no {n}. {l}: {p}. {y}.
{a:van}. {t}. {p}; {y}. {wurl2}. Accessed {acc:mdy}.
{a:van}. {t}. {l}: {p}; {y}.
{a:van}. {t}. {l}: {p}; {y}. Report No.: {n}.
{a:full}. {t}. {p}, {y}.
{a:full}, {t}, {p}, {l}, {y}.
{a:full}. {t}. Technical Report {n}, {p}, {y}.
{a:harv} ({y}) {t}. {p}. Available at: {wurl2} (Accessed: {acc:dmy}).
{a:ieee}, “{t},” {p}, {l}, Tech. Rep. {n}, {y}.
{t}. {l}: {p}, {y}.{wurl2}
{t}. {p}. {l}, {y}.
{t}. {p}, {l}, {y}.
{t}. {p}. {l}, {y}. {wurl2}
{a:org}. {t}. {l}; {y}.
{t}. {p}. {date:my}. {wurl2}
""".strip().splitlines()
_CONFERENCE = """
{a:apa} ({date:ym}). {t} [Paper presentation]. {c}, {l}.
{a:apa} ({date:ym}). {t} [Symposium]. {c}, {l}, United States.
{a:van}. {t}. Presented at: {c}; {date:mdy}; {l}.
{a:apa} ({y}). {t}. In {c}⟨ (pp. {g})⟩. {p}.⟨ {doi}⟩
{a:ieee}, “{t},” in {c}⟨, {l}⟩, {y}⟨, pp. {g}⟩.
{a:ieee}, "{t}," in Proc. {c}, {date:my}⟨, pp. {g}⟩.⟨ {doi}⟩
{a:ieee}. {t}. In {c}⟨, pages {g}⟩⟨, {l}⟩, {y}.⟨ {p}.⟩
{a:full}. {t}. In {c}⟨, pages {g}⟩, {date:my}.
{a:full}. {y}. {t}. In {c}⟨. {p}⟩⟨, {g}⟩.
{a:van}. {t}. In: {c}; {date:ymd}; {l}. {p}; {y}. p. {g}.
{a:mla}. "{t}." {c}. {p}, {y}.
{a:harv}, {y}. {t}, in: {c}. {p}⟨, pp. {g}⟩.
""".strip().splitlines()
_THESIS = """
{a:full}, “{t}” (master's thesis, {p}, {y}), {g2}, {wurl2}.
{a:full}, "{t}" (PhD diss., {p}, {y}).
{a:apa} ({y}). {t} [Doctoral dissertation, {p}]. {wurl2}
{a:apa} ({y}). {t} (Doctoral dissertation). {p}, {l}.
{a:ieee}. {t}. PhD thesis, {p}, {y}.
{a:van}. {t} [dissertation]. {l}: {p}; {y}.
{a:mla}. “{t}.” PhD diss., {p}, {y}.
{a:apa} ({y}). {t} (Unpublished master's thesis). {p}, {l}.
{a:apa} ({y}). {t} (Unpublished doctoral dissertation). {p}, {l}.
{a:apa} ({y}). {t} [Master's thesis, {p}]. {wurl2}
{a:harv} ({y}) {t}. Master's thesis. {p}.
""".strip().splitlines()
_VIDEO = """
{a:org}. ({date:apa}). {t} [Video]. {c=YouTube}. {yurl}
{a:apa} ({date:apa}). {t} [Video file]. Retrieved from {yurl}
"{t}." {c=YouTube}, uploaded by {a:org}, {date:dmy}, {yurl}.
{a:org}. {t}. {c=YouTube}. {date:mdy}. Accessed {acc:mdy}. {yurl}
{a:apa} (Host). ({date:apa}). {t} [Audio podcast episode]. In {c}. {p}. {url}
""".strip().splitlines()
_TEMPLATES = {
    "article-journal": _JOURNAL,
    "article": _JOURNAL,
    "article-magazine": _PAGE,
    "article-newspaper": _PAGE,
    "book": _BOOK,
    "chapter": _CHAPTER,
    "report": _REPORT,
    "paper-conference": _CONFERENCE,
    "thesis": _THESIS,
    "webpage": _PAGE,
    "statpearls": _STATPEARLS,
    "label": _LABEL,
    "video": _VIDEO,
}
_PLACES = """New York|London|Geneva|Rockville, MD|Bethesda (MD)|Bethesda, MD|Washington, DC|Atlanta (GA)|Atlanta, GA|Arlington, VA|Philadelphia|Cambridge, MA|Paris|Berlin|Leeds|Canberra|Boston|Chicago, IL|
Oxford|Amsterdam|Madrid|Ottawa|Baltimore|Los Angeles, CA|Stuttgart|Wien|Edinburgh|Silver Spring, MD|Abuja|Hyattsville, MD|Lisbon|Vienna|Copenhagen|New York, NY|Thousand Oaks, CA|Hoboken, NJ|Brasília""".replace(
    "\n", ""
).split("|")
_PUBLISHERS = """Wolters Kluwer|Guilford Press|American Psychiatric Press|American Psychiatric Publishing|Springer|Elsevier|Oxford University Press|Cambridge University Press|Wiley|McGraw-Hill|Routledge|Academic Press|
W. W. Norton & Company|Lippincott Williams & Wilkins|Sage Publications|National Center for Health Statistics|Centers for Disease Control and Prevention|National Academies Press|World Health Organization|Saunders|
Blackwell|Penguin Books|Thieme|Karger|MIT Press|Springer Berlin Heidelberg|U.S. Department of Health and Human Services|RAND Corporation|Institute of Medicine|Elsevier Saunders|Waveland Press|Office of Applied Studies|
Center for Behavioral Health Statistics and Quality|Substance Abuse and Mental Health Services Administration|American Psychological Association|Jones & Bartlett Learning|Pearson|Kogan Page|Beltz|Hogrefe|PUF|Masson""".replace(
    "\n", ""
).split("|")
_SERIES = (
    "NCHS Data Brief",
    "HHS Publication",
    "Research Report",
    "Treatment Improvement Protocol",
    "Technical Report",
    "Working Paper",
    "WHO Technical Report Series",
)
_MONTHS_TEXT = "January February March April May June July August September October November December"
_MONTHS = _MONTHS_TEXT.split()
_DE_TEXT = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
_DE = _DE_TEXT.split()
_FR_TEXT = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
_FR = _FR_TEXT.split()
_ES_TEXT = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
_ES = _ES_TEXT.split()
_IT_TEXT = "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"
_IT = _IT_TEXT.split()
_PT_TEXT = "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"
_PT = _PT_TEXT.split()
_REVIEWERS = (
    "Holly Adams, MD",
    "J. Bates, PharmD",
    "Sinha, MD",
    "Drugs.com",
    "Carol Webb, Ph.D.",
    "Ana Pires, RN",
    "Dr. Tom Reyes",
)
_EDITORS = ("J. Casarella", "T. J. Legg", "S. Gans", "A. Morin", "D. R. Wilson", "M. Boland", "K. Brown")
_LINKS = (
    "[DOI] [PMC free article] [PubMed] [Google Scholar]",
    "[PMC free article] [PubMed] [CrossRef] [Google Scholar]",
    "Article PubMed PubMed Central Google Scholar",
    "[PubMed]",
    "[Crossref] [PubMed] [Google Scholar]",
    "[CrossRef]",
    "[PMC free article] [PubMed] [Google Scholar]",
    "[Google Scholar]",
    "CrossRef PubMed Google Scholar",
    "View Article PubMed Google Scholar",
)
_FIELD = re.compile(r"\{(\w+)(?:(:|=)([^{}]*))?\}")
_OPTION = re.compile(r"⟨([^⟨⟩]*)⟩")


class MissingFieldError(Exception):
    """A template asks for what a record does not have."""


class Filler:
    """One record being printed."""

    def __init__(self, record: Record, rng: random.Random) -> None:
        self.record = record
        self.rng = rng
        self.accessed = [rng.randint(2015, 2026), rng.randint(1, 12), rng.randint(1, 28)]
        self.short = rng.random() < 0.5
        self.most = rng.choice([3, 3, 6, 6, 20])
        self.et_al = rng.choice(["et al", "et al", "et al.", "and others"])
        self.tight = rng.random() < 0.3
        self.upper = rng.random() < 0.02
        self.title_case = rng.random()
        self.page_dash = rng.choice("-–––")
        self.abbreviate = rng.random() < 0.4

    def fill(self, template: str) -> list[Piece]:
        """The pieces of the record in a template; MissingFieldError when it does not fit."""
        template = _OPTION.sub(self._option, template)
        pieces: list[Piece] = []
        at = 0
        for found in _FIELD.finditer(template):
            pieces.append(Piece(template[at : found.start()]))
            pieces.append(self._field(found))
            at = found.end()
        pieces.append(Piece(template[at:]))
        return _without_doubled_stops([piece for piece in pieces if piece.text])

    def _option(self, found: re.Match[str]) -> str:
        try:
            for field in _FIELD.finditer(found[1]):
                self._field(field)
        except MissingFieldError:
            return ""
        return found[1]

    def _field(self, found: re.Match[str]) -> Piece:
        name, sign, form = found.groups()
        if sign == "=":
            return Piece(form, name)
        label = _LABELS.get(name, "")
        text = _FIELDS[name](self, form or "")
        if not text:
            raise MissingFieldError(name)
        return Piece(text, label)

    def names(self, key: str, form: str) -> str:
        """The names in a form; organisations stand as they are."""
        people = self.record.get(key) or []
        if not people:
            return ""
        if form == "org":
            if "literal" in people[0]:
                return str(people[0]["literal"])
            if self.record["type"] != "video":
                raise MissingFieldError(form)
        if all("literal" in each for each in people) and form in {
            "mla",
            "full",
            "wiki",
            "fulldeg",
            "van1",
            "vanetal",
            "comma",
            "fulldr",
        }:
            raise MissingFieldError(form)
        return _NAME_FORMS[form](self, people)

    def date(self, parts: list[int], form: str) -> str:
        """A date in a form."""
        if not parts or not parts[0]:
            return ""
        year = parts[0]
        month = parts[1] if len(parts) > 1 and 1 <= parts[1] <= 12 else self.rng.randint(1, 12)
        day = parts[2] if len(parts) > 2 else self.rng.randint(1, 28)
        full, short = _MONTHS[month - 1], _MONTHS[month - 1][:3]
        abbreviated = f"{short}." if self.rng.random() < 0.7 else short
        name = abbreviated if self.abbreviate and form in {"dmy", "my"} else full
        return {
            "mdy": f"{full if not self.abbreviate else short} {day}, {year}",
            "dmy": f"{day:0{2 if self.tight else 1}d} {name} {year}",
            "ymd": f"{year} {short} {day}" if self.rng.random() < 0.6 or form == "acc" else f"{year} {short}",
            "my": f"{name} {year}",
            "ym": f"{year}, {full}",
            "apa": f"{year}, {full} {day}" if self.rng.random() < 0.85 else f"{year}, {full}",
            "dots": f"{day:02d}.{month:02d}.{year}" if self.rng.random() < 0.8 else f"{month}.{day}.{year}",
            "mypt": f"{_PT[month - 1][:3]}./{_PT[month % 12][:3]}. {year}"
            if self.tight
            else f"{_PT[month - 1][:3]}. {year}",
            "slash": f"{month:02d}/{day:02d}/{year}",
            "dmyde": f"{day}. {_DE[month - 1]} {year}",
            "dmyfr": f"{day} {_FR[month - 1]} {year}",
            "dmyes": f"{day} de {_ES[month - 1]} de {year}",
            "apaes": f"{year}, {day} de {_ES[month - 1]}",
            "dmyit": f"{day} {_IT[month - 1]} {year}",
            "dmypt": f"{day} {_PT[month - 1][:3]}. {year}"
            if self.tight
            else f"{day} de {_PT[month - 1]} de {year}",
        }[form]

    def given(self, name: Record, form: str) -> str:
        """The given names as initials: ``J. K.``, ``J.K.``, ``JK`` or in full."""
        given = str(name.get("given", ""))
        if form == "full":
            return given
        marks = [part[0].upper() for part in re.split(r"[\s.]+", given) if part and part[0].isalpha()]
        if form == "glued":
            return "".join(marks)
        return ("." if self.tight else ". ").join(marks) + "." if marks else ""


def _initialled(filler: Filler, name: Record, *, first: bool, glued: bool = False) -> str:
    if "literal" in name:
        return str(name["literal"])
    initials = filler.given(name, "glued" if glued else "dots")
    family = str(name["family"])
    if not initials:
        return family
    return f"{initials} {family}" if first else f"{family} {initials}" if glued else f"{family}, {initials}"


def _apa(filler: Filler, people: list[Record]) -> str:
    names = [_initialled(filler, each, first=False) for each in people]
    if len(names) > filler.most:
        return ", ".join(names[: filler.most]) + filler.rng.choice(
            [", et al.", " et al.", ", . . . " + names[-1]]
        )
    if len(names) == 1:
        return names[0] if "literal" not in people[0] else names[0] + "."
    return ", ".join(names[:-1]) + filler.rng.choice([", & ", ", & ", " & ", ", and ", ", "]) + names[-1]


def _apa_plain(filler: Filler, people: list[Record]) -> str:
    return _apa(filler, people).rstrip(".")


def _apa_without_and(filler: Filler, people: list[Record]) -> str:
    names = [_initialled(filler, each, first=False).replace(", ", " ") for each in people[: filler.most]]
    return ", ".join(names)


def _vancouver(filler: Filler, people: list[Record], *, most: int = 0, last: str = ", ") -> str:
    names = [_initialled(filler, each, first=False, glued=True) for each in people]
    most = most or filler.most
    if len(names) > most:
        return ", ".join(names[:most]) + f", {filler.et_al}".rstrip(".")
    return ", ".join(names[:-1]) + last + names[-1] if len(names) > 1 else names[0]


def _van_one(filler: Filler, people: list[Record]) -> str:
    return _vancouver(filler, people) + "."


def _van_et_al(filler: Filler, people: list[Record]) -> str:
    if len(people) < 2:
        raise MissingFieldError("others")
    return _initialled(filler, people[0], first=False, glued=True) + filler.rng.choice(
        [" et al", ", et al", " et al."]
    ).rstrip(".")


def _van_and(filler: Filler, people: list[Record]) -> str:
    return _vancouver(filler, people, last=filler.rng.choice([" and ", ", and ", " & "]))


def _comma(filler: Filler, people: list[Record]) -> str:
    return ", ".join(
        f"{each['family']}, {filler.given(each, 'glued')}"
        for each in people[: filler.most]
        if "family" in each
    )


def _acs(filler: Filler, people: list[Record]) -> str:
    return "; ".join(_initialled(filler, each, first=False) for each in people[: filler.most])


def _ieee(filler: Filler, people: list[Record]) -> str:
    names = [_initialled(filler, each, first=True) for each in people]
    if len(names) > filler.most:
        return ", ".join(names[: filler.most]) + " et al."
    if len(names) == 1:
        return names[0]
    return ", ".join(names[:-1]) + (", and " if len(names) > 2 else " and ") + names[-1]


def _ieee_apa(filler: Filler, people: list[Record]) -> str:
    return _ieee(filler, people).replace(", and ", ", & ").replace(" and ", " & ")


def _harvard(filler: Filler, people: list[Record]) -> str:
    names = [_initialled(filler, each, first=False) for each in people]
    if len(names) > 3 and filler.rng.random() < 0.4:
        return names[0] + " et al."
    return ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else names[0]


def _direct(_: Filler, name: Record) -> str:
    return str(name.get("literal") or f"{name.get('given', '')} {name['family']}".strip())


def _full(filler: Filler, people: list[Record]) -> str:
    names = [_direct(filler, each) for each in people[: max(filler.most, 2)]]
    return (
        ", ".join(names[:-1]) + filler.rng.choice([", and ", " and ", " & "]) + names[-1]
        if len(names) > 1
        else names[0]
    )


def _degrees(filler: Filler, people: list[Record]) -> str:
    names = [
        f"{_direct(filler, each)}, {filler.rng.choice(['M.D.', 'MD', 'Ph.D.', 'PhD', 'RN'])}"
        for each in people[:3]
    ]
    return ", ".join(names[:-1]) + ", and " + names[-1] if len(names) > 1 else names[0]


def _doctor(filler: Filler, people: list[Record]) -> str:
    return f"Dr. {_direct(filler, people[0])}"


def _mla(filler: Filler, people: list[Record]) -> str:
    first = people[0]
    if "literal" in first:
        raise MissingFieldError("mla")
    names = [f"{first['family']}, {first['given']}" if first.get("given") else str(first["family"])]
    names += [_direct(filler, each) for each in people[1:]]
    if len(names) > 3:
        return names[0] + ", et al"
    text = ", ".join(names[:-1]) + ", and " + names[-1] if len(names) > 1 else names[0]
    return text.rstrip(".")


def _wiki(_: Filler, people: list[Record]) -> str:
    return "; ".join(
        f"{each['family']}, {each.get('given', '')}".strip(", ") for each in people[:5] if "family" in each
    )


def _caps(filler: Filler, people: list[Record]) -> str:
    names = [
        (
            f"{each['family'].upper()}, {filler.given(each, 'dots')}"
            if "family" in each
            else each["literal"].upper()
        )
        for each in people[:4]
    ]
    return "; ".join(names).rstrip(".")


def _nature(filler: Filler, people: list[Record]) -> str:
    names = [_initialled(filler, each, first=False) for each in people]
    if len(names) > 5:
        return names[0] + " et al."
    return ", ".join(names[:-1]) + " & " + names[-1] if len(names) > 1 else names[0]


def _chain(filler: Filler, people: list[Record]) -> str:
    """An organisation and a part of it: ``Department of Veterans Affairs. National Center for PTSD``."""
    if "literal" not in people[0]:
        raise MissingFieldError("chain")
    part = filler.rng.choice(
        ("Division", "National Center", "Office", "Committee", "Center", "Programme", "Bureau")
    )
    matter = filler.rng.choice(
        (
            "PTSD",
            "Health Statistics",
            "Mental Health",
            "Diversion Control",
            "Applied Studies",
            "Injury Prevention",
            "Substance Abuse",
        )
    )
    return f"{people[0]['literal']}. {part} {filler.rng.choice(('of', 'for', 'on'))} {matter}"


def _turned(_: Filler, people: list[Record]) -> str:
    """An organisation that a citation tool took for a person: ``Research, C. for D. E. and.``, ``Publishing, H. H.``."""
    words = str(people[0].get("literal", "")).split()
    if len(words) < 3 or not all(word.isalpha() for word in words):
        raise MissingFieldError("turned")
    given = " ".join(word if word.islower() else f"{word[0].upper()}." for word in words[:-1])
    return f"{words[-1]}, {given}" + ("." if given[-1] != "." else "")


_NAME_FORMS: dict[str, Callable[[Filler, list[Record]], str]] = {
    "apa": _apa, "apa1": _apa_plain, "apav": _apa_without_and, "van": _vancouver, "van1": _van_one, "vanetal": _van_et_al, "vand": _van_and, "comma": _comma, "acs": _acs,
    "ieee": _ieee, "ieeeapa": _ieee_apa, "harv": _harvard, "full": _full, "fulldeg": _degrees, "fulldr": _doctor, "mla": _mla, "wiki": _wiki, "caps": _caps,
    "nature": _nature, "chain": _chain, "turned": _turned, "org": lambda filler, people: str(people[0].get("literal") or _direct(filler, people[0])), "last": lambda _, people: str(people[0].get("family", "")),
}  # fmt: skip


def _title(filler: Filler, _: str) -> str:
    title = str(filler.record["title"]).rstrip(".")
    if filler.upper:
        return title.upper()
    if filler.title_case < 0.12:
        small = {
            "a",
            "an",
            "the",
            "of",
            "in",
            "on",
            "and",
            "or",
            "for",
            "to",
            "with",
            "by",
            "from",
            "at",
            "as",
        }
        words = title.split()
        return " ".join(
            word if word in small and at else word[:1].upper() + word[1:] for at, word in enumerate(words)
        )
    return title


def _container(filler: Filler, form: str) -> str:
    record = filler.record
    if form == "alone" and record.get("author"):
        raise MissingFieldError(form)
    short = record.get("container-title-short")
    if short and (form == "s" or filler.short):
        return str(short).replace(".", "") if filler.tight else str(short)
    return str(record.get("container-title") or record.get("site") or "")


def _pages(filler: Filler, _: str) -> str:
    page = str(filler.record.get("page") or "")
    first, dash, last = re.sub(r"[–—−-]+", "-", page).partition("-")
    first, last = first.strip(), last.strip()
    if dash and filler.abbreviate and first.isdigit() and last.isdigit() and len(first) == len(last):
        keep = next((at for at in range(len(first)) if first[at] != last[at]), len(first) - 1)
        last = last[keep:]
    return f"{first}{filler.page_dash}{last}" if dash and last else first


def _doi(filler: Filler, _: str) -> str:
    doi = filler.record.get("DOI") or (
        f"10.{filler.rng.randint(1000, 9999)}/j.{filler.rng.randint(1000, 99999)}.{filler.rng.randint(10, 999)}"
        if filler.rng.random() < 0.3
        else ""
    )
    if not doi:
        return ""
    return filler.rng.choice(
        [
            "https://doi.org/{}",
            "https://doi.org/{}",
            "https://doi.org/{}",
            "doi:{}",
            "doi: {}.",
            "DOI: {}",
            "http://dx.doi.org/{}",
            "DOI: http://dx.doi.org/{}",
            "doi:{}.",
            "https://dx.doi.org/{}",
            "{}",
        ]
    ).format(doi)


def _edition(filler: Filler, _: str) -> str:
    if filler.rng.random() < 0.6:
        return ""
    return filler.rng.choice(
        ["2nd ed.", "3rd ed.", "5th ed.", "4th edition", "10th ed.", "2nd edn.", "rev. ed.", "6th ed."]
    )


def _journal_url(filler: Filler, _: str) -> str:
    rng = filler.rng
    return rng.choice(
        [f"https://pmc.ncbi.nlm.nih.gov/articles/PMC{rng.randint(1000000, 9999999)}/", f"https://www.ncbi.nlm.nih.gov/pmc/articles/PMC{rng.randint(1000000, 9999999)}/", f"https://pubmed.ncbi.nlm.nih.gov/{rng.randint(1000000, 39999999)}/",
         f"http://www.ncbi.nlm.nih.gov/pubmed/{rng.randint(1000000, 39999999)}", f"https://www.sciencedirect.com/science/article/pii/S{rng.randint(10**14, 10**15)}", f"https://onlinelibrary.wiley.com/doi/10.1002/{rng.randint(1000, 9999)}", f"https://academic.oup.com/article/{rng.randint(1, 90)}/{rng.randint(1, 12)}/{rng.randint(100, 999)}"]
    )  # fmt: skip


def _url(filler: Filler, form: str) -> str:
    url = str(filler.record.get("URL") or _report_url(filler, form))
    return url.removeprefix("https://") if form == "w" and "//www." in url else url


def _report_url(filler: Filler, _: str) -> str:
    rng = filler.rng
    host = rng.choice(
        [
            "www.cdc.gov/nchs/data",
            "www.samhsa.gov/data/report",
            "apps.who.int/iris/handle",
            "www.rand.org/pubs",
            "store.samhsa.gov/product",
            "www.ncbi.nlm.nih.gov/books",
            "www.hhs.gov/reports",
            "archive.org/details",
        ]
    )
    return f"https://{host}/{rng.choice(['', 'dam/', '2020/'])}{rng.randint(10000, 999999)}{rng.choice(['', '.pdf', '/'])}"


def _number(low: int, high: int) -> Callable[[Filler, str], str]:
    return lambda filler, _: str(filler.rng.randint(low, high))


def _publisher(filler: Filler, _: str) -> str:
    return str(
        filler.record.get("publisher")
        or (
            filler.rng.choice(_PUBLISHERS)
            if filler.record["type"] != "webpage" or filler.rng.random() < 0.3
            else ""
        )
    )


_FIELDS: dict[str, Callable[[Filler, str], str]] = {
    "a": lambda filler, form: filler.names("author", form),
    "e": lambda filler, form: filler.names("editor", form),
    "t": _title,
    "c": _container,
    "cs": lambda filler, _: _container(filler, "s"),
    "p": _publisher,
    "l": lambda filler, _: str(filler.record.get("publisher-place") or filler.rng.choice(_PLACES)),
    "y": lambda filler, _: str(filler.record["issued"][0]) + (filler.rng.choice("ab") if filler.rng.random() < 0.03 else ""),
    "y2": lambda filler, _: filler.rng.choice([str(filler.record["issued"][0]), f"{filler.record['issued'][0] + 1} Jan"]),
    "date": lambda filler, form: filler.date(filler.record["issued"], form),
    "acc": lambda filler, form: filler.date(filler.accessed, form),
    "epub": lambda filler, _: filler.date(filler.record["issued"], "ymd"),
    "v": lambda filler, _: str(filler.record.get("volume") or ""),
    "i": lambda filler, _: str(filler.record.get("issue") or ""),
    "g": _pages,
    "doi": _doi,
    "rawdoi": lambda filler, _: str(filler.record.get("DOI") or ""),
    "pmid": lambda filler, _: filler.rng.choice(["PMID: {}.", "PMID {}", "PubMed PMID: {}.", "[PMID: {}]"]).format(filler.rng.randint(1000000, 39999999)),
    "pmidn": _number(1000000, 39999999),
    "pmcid": lambda filler, _: f"PMC{filler.rng.randint(1000000, 9999999)}",
    "edn": _edition,
    "url": lambda filler, _: _url(filler, ""),
    "wurl": lambda filler, _: _url(filler, "w"),
    "wurl2": _report_url,
    "jurl": _journal_url,
    "yurl": lambda filler, _: f"https://www.youtube.com/watch?v={filler.rng.randint(10**6, 10**9)}",
    "links": lambda filler, _: filler.rng.choice(_LINKS),
    "n": _number(1, 600),
    "n1": _number(1, 20),
    "g2": lambda filler, _: str(first := filler.rng.randint(1, 900)) + filler.page_dash + str(first + filler.rng.randint(3, 40)),
    "rev0": lambda filler, _: filler.rng.choice(_EDITORS),
    "rev": lambda filler, _: filler.rng.choice(_REVIEWERS),
    "pp": _number(90, 999),
    "art": _number(10000, 999999),
    "isbn": lambda filler, _: f"978-{filler.rng.randint(0, 9)}-{filler.rng.randint(100, 999)}-{filler.rng.randint(10000, 99999)}-{filler.rng.randint(0, 9)}",
    "series": lambda filler, _: filler.rng.choice(_SERIES),
}  # fmt: skip
_LABELS = {
    "a": "a",
    "e": "e",
    "t": "t",
    "c": "c",
    "cs": "c",
    "p": "p",
    "l": "l",
    "y": "d",
    "y2": "d",
    "date": "d",
    "v": "v",
    "i": "i",
    "g": "g",
}


def _without_doubled_stops(pieces: list[Piece]) -> list[Piece]:
    """``Inc..`` and ``work?.`` do not happen."""
    result: list[Piece] = []
    for piece in pieces:
        doubled = result and not piece.label and piece.text[0] in ".," and result[-1].text[-1] in ".?!"
        keeps = doubled and piece.text[0] == "," and result[-1].text[-1] == "."
        kept = Piece(piece.text[1:]) if doubled and not keeps else piece
        if kept.text:
            result.append(kept)
    return result


def _lowered(record: Record, rng: random.Random) -> Record:
    """The record, rarely with an organisation in small letters: ``Drug enforcement administration``."""
    author = record.get("author") or [{}]
    name = str(author[0].get("literal", ""))
    if rng.random() > 0.03 or len(name.split()) < 3 or name.isupper():
        return record
    first, _, rest = name.partition(" ")
    return record | {"author": [{"literal": f"{first} {rest.lower()}"}]}


def print_record(record: Record, rng: random.Random) -> list[Piece]:
    """The pieces of a record in one of the templates for its type."""
    templates = _TEMPLATES.get(record["type"], _REPORT)
    for _ in range(20):
        try:
            return Filler(_lowered(record, rng), rng).fill(rng.choice(templates))
        except MissingFieldError:
            continue
    return []

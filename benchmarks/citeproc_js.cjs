// Drives citeproc-js: one JSON job a line in, one JSON answer a line out.
// job: {style: path, items: path, citations: path, locales: folder}; see citeproc_js.py.
"use strict";
const fs = require("fs");
const path = require("path");
const readline = require("readline");
const CSL = require(path.join(process.argv[2], "node_modules", "citeproc"));

CSL.debug = () => {};
CSL.error = (message) => { throw new Error(message); };
console.log = () => {};
CSL.Output.Formats.text["@bibliography/entry"] = function (state, text) {
  return `${this.system_id || ""}\u0000${text}`;
};

const held = new Map();
function json(file) {
  if (!held.has(file)) held.set(file, JSON.parse(fs.readFileSync(file, "utf8")));
  return held.get(file);
}

function render(job) {
  const items = new Map(json(job.items).map((item) => [item.id, JSON.stringify(item)]));
  const system = {
    retrieveItem: (id) => JSON.parse(items.get(id)),
    retrieveLocale: (lang) => {
      const file = path.join(job.locales, `locales-${lang}.xml`);
      return fs.existsSync(file) ? fs.readFileSync(file, "utf8") : false;
    },
  };
  const engine = new CSL.Engine(system, fs.readFileSync(job.style, "utf8"), "en-US");
  engine.setOutputFormat("text");
  const isNote = engine.opt.xclass === "note";
  const wanted = JSON.parse(JSON.stringify(json(job.citations))).map((cites, at) => ({
    citationID: `c${at}`,
    citationItems: cites,
    properties: { noteIndex: isNote ? at + 1 : 0 },
  }));
  const answer = {};
  const began = process.cpuUsage().user;
  answer.citations = engine.rebuildProcessorState(wanted, "text").map((each) => each[2]);
  const bibliography = engine.makeBibliography();
  if (bibliography) {
    answer.order = bibliography[0].entry_ids.map((ids) => ids[0]);
    answer.entries = Object.fromEntries(bibliography[1].map((text) => text.split("\u0000").map((each) => each.trim())));
  }
  answer.seconds = (process.cpuUsage().user - began) / 1e6;
  return answer;
}

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  let answer;
  try {
    answer = render(JSON.parse(line));
  } catch (error) {
    answer = { error: String((error && error.stack) || error).slice(0, 400) };
  }
  process.stdout.write(JSON.stringify(answer) + "\n");
});

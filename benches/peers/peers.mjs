// Asks every library the same queries of the same articles and prints what each took. See README.md.
import { readFileSync, existsSync, mkdtempSync, rmSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { tmpdir } from "node:os";
import { pathToFileURL } from "node:url";
import MiniSearch from "minisearch";
import FlexSearch from "flexsearch";
import * as jieba from "jieba-wasm";

const FIELDS = ["headline", "section", "byline", "text"];
const ROWS = 20;
const folder = process.argv[2];
const read = (name) => JSON.parse(readFileSync(join(folder, name), "utf8"));
const articles = readFileSync(join(folder, "articles.jsonl"), "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
const queries = read("queries.json");
const runs = read("runs.json");
const whole = articles.map((article) => FIELDS.map((field) => article[field]).join("\u0001").toLowerCase());

const cut = (text) => jieba.cut_for_search(text, true).filter((word) => /[\p{L}\p{N}]/u.test(word)).map((word) => word.toLowerCase());
const pairs = (text) => {
  const chars = Array.from(text.toLowerCase());
  return chars.length < 2 ? chars : chars.slice(1).map((second, at) => chars[at] + second);
};
// What a query asks: all of these, which stand apart by blanks; quotation marks make a phrase, which none of them knows.
const parts = (query) => query.replace(/[“”"]/g, "").split(/\s+/).filter(Boolean);

const now = () => performance.now();
const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

function timed(work) {
  const start = now();
  const value = work();
  return [value, now() - start];
}

// What cutting took inside a library's own building is taken off again.
let spent = 0;
const counted = (encode) => (text) => {
  const [words, time] = timed(() => encode(text));
  spent += time;
  return words;
};
function built(work) {
  spent = 0;
  const [, time] = timed(work);
  return time - spent;
}

// The best of three rounds for each query, as for Banmian.
async function measured(search) {
  const times = [];
  for (const query of queries) {
    let best = Infinity;
    for (let round = 0; round < 3; round += 1) {
      const start = now();
      await search(query, ROWS);
      best = Math.min(best, now() - start);
    }
    times.push(best);
  }
  times.sort((a, b) => a - b);
  let n_whole = 0;
  for (const [run, expected] of runs) {
    const found = new Set(await search(run, articles.length));
    if (found.size === expected.length && expected.every((number) => found.has(number))) n_whole += 1;
  }
  return { median: at(times, 0.5), p95: at(times, 0.95), recall: n_whole / runs.length };
}

async function miniSearch() {
  const index = new MiniSearch({ fields: FIELDS, tokenize: counted(cut), processTerm: (term) => term });
  const build = built(() => index.addAll(articles.map((article, id) => ({ id, ...article }))));
  const bytes = JSON.stringify(index).length;
  const search = (query, limit) =>
    index.search(parts(query).join(" "), { combineWith: "AND", boost: { headline: 4 } }).slice(0, limit).map((hit) => hit.id);
  return { name: "MiniSearch, words", build, bytes, ...(await measured(search)) };
}

async function flexSearch(name, encode) {
  const index = new FlexSearch.Index({ encode: counted(encode), tokenize: "strict", context: false });
  const build = built(() => whole.forEach((text, id) => index.add(id, text)));
  let bytes = 0;
  await index.export((_key, data) => { bytes += data ? Buffer.byteLength(data) : 0; });
  const search = (query, limit) => index.search(parts(query).join(" "), { limit });
  return { name, build, bytes, ...(await measured(search)) };
}

// Pagefind writes its index into a folder and reads pieces of it by fetch, which here reads the files.
async function pagefind() {
  const writer = await import("pagefind");
  const out = mkdtempSync(join(tmpdir(), "pagefind-"));
  try {
    const { index } = await writer.createIndex({ forceLanguage: "zh" });
    const start = now();
    for (const [id, { headline, text }] of articles.entries()) {
      await index.addCustomRecord({ url: `/${id}/`, content: `${headline}\n${text}`, language: "zh", meta: { title: headline || "-" } });
    }
    await index.writeFiles({ outputPath: out });
    const build = now() - start;
    const size = (path) => statSync(path).isDirectory() ? readdirSync(path).reduce((sum, name) => sum + size(join(path, name)), 0) : statSync(path).size;
    const bytes = size(join(out, "index")) + readdirSync(out).filter((name) => /pf_meta$/.test(name)).reduce((sum, name) => sum + size(join(out, name)), 0);
    const res = { name: "Pagefind", build, bytes };
    try {
      globalThis.window ??= globalThis;
      globalThis.document ??= { querySelector: () => ({ getAttribute: () => "zh" }), currentScript: null };
      globalThis.location ??= new URL("http://localhost/");
      const network = globalThis.fetch;
      globalThis.fetch = async (url, ...rest) => {
        const path = String(url).replace(/[?#].*$/, "").replace(/^file:\/\//, "").replace(/^https?:\/\/localhost\//, `${out}/`);
        return path.startsWith(out) ? new Response(readFileSync(path)) : network(url, ...rest);
      };
      const reader = await import(pathToFileURL(join(out, "pagefind.js")).href);
      await reader.options({ basePath: `${out}/`, baseUrl: "/" });
      await reader.init("zh");
      const search = async (query, limit) => {
        const { results } = await reader.search(query.replace(/“([^”]*)”/g, '"$1"'));
        const rows = results.slice(0, limit);
        return Promise.all(rows.map(async (row) => (row.url ? Number(row.url.replaceAll("/", "")) : row.id)));
      };
      // Its results are ids of fragments, so that recall is counted by how many there are.
      const times = [];
      for (const query of queries) times.push((await (async () => { const s = now(); await search(query, ROWS); return now() - s; })()));
      times.sort((a, b) => a - b);
      let n_whole = 0;
      for (const [run, expected] of runs) n_whole += (await reader.search(run)).results.length === expected.length ? 1 : 0;
      Object.assign(res, { median: at(times, 0.5), p95: at(times, 0.95), recall: n_whole / runs.length });
    } catch (error) {
      res.note = `its reader did not start here: ${error.message}`;
    }
    await writer.close();
    return res;
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

async function scan() {
  const search = (query, limit) => {
    const wanted = parts(query.toLowerCase());
    const res = [];
    for (let id = 0; id < whole.length && res.length < limit; id += 1) {
      if (wanted.every((part) => whole[id].includes(part))) res.push(id);
    }
    return res;
  };
  // The whole archive is read, as for a count of all results.
  return { name: "includes scan", build: 0, bytes: 0, ...(await measured((query) => search(query, Infinity))) };
}

function ours() {
  const native = read("banmian.json");
  const rows = [{ name: "Banmian, native", build: native.build, bytes: native.index_bytes, ...native.query, recall: native.recall }];
  if (existsSync(join(folder, "browser.json"))) {
    const it = read("browser.json");
    rows.push({ name: "Banmian, worker", build: it.build - it.read, bytes: it.index_bytes, ...it.eval, recall: native.recall });
  }
  return rows;
}

const [, cutTime] = timed(() => whole.forEach((text) => cut(text)));
console.log(`${articles.length} articles, ${(whole.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6).toFixed(1)} MB; `
  + `jieba-wasm cuts them in ${(cutTime / 1e3).toFixed(1)} s, not counted below`);
const rows = ours();
const base = rows.at(-1);
for (const ask of [
  () => flexSearch("FlexSearch, words", cut),
  () => flexSearch("FlexSearch, pairs", pairs),
  () => miniSearch(),
  pagefind,
  scan,
]) {
  try {
    rows.push(await ask());
  } catch (error) {
    console.log(`left out: ${error.stack}`);
  }
  globalThis.gc?.();
}
const number = (value, digits) => (value === undefined ? "–" : value.toFixed(digits));
const ratio = (value, ours) => (value === undefined || !ours ? "" : ` (${(value / ours).toFixed(1)}×)`);
console.log("\n| library | build s | index MB | query median ms | query p95 ms | whole recall |\n|---|---|---|---|---|---|");
for (const row of rows) {
  const cells = [
    row.name,
    number(row.build / 1e3, 1) + ratio(row.build, base.build),
    number(row.bytes / 1e6, 1) + ratio(row.bytes, base.bytes),
    number(row.median, 3) + ratio(row.median, base.median),
    number(row.p95, 3) + ratio(row.p95, base.p95),
    row.recall === undefined ? "–" : `${(row.recall * 100).toFixed(1)} %`,
  ];
  console.log(`| ${cells.join(" | ")} |${row.note ? ` ${row.note}` : ""}`);
}
process.exit(0);

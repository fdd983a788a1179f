// Laat afvinken doorgaan zonder verbinding: bewaart de bladen en wat erop is afgevinkt, en stuurt dat later op.
"use strict";

// Alleen dit mag op het toestel staan. Een gesprek, een afspraak of een opmerking hoort hier nooit bij.
const SHEET = /^\/trainee\/[^/]+\/afvinken$/;
const LOOKS = /^\/(stijl\.css|vakmatrix\.js)$/;
const STAND_IN = "/zonder-verbinding";

const WEEK = 7 * 86400000; // Zo lang blijft iets op het toestel.
const OFTEN = 600000; // Vaker dan elke tien minuten worden de bladen niet vernieuwd.
const PATIENCE = 6000; // Wifi die er wel is maar niets doet, telt na zes tellen als geen verbinding.

addEventListener("install", (event) => event.waitUntil(keepLooks().then(() => skipWaiting())));
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.method === "GET" && LOOKS.test(url.pathname) && url.search) {
    event.respondWith(caches.match(request).then((kept) => kept || fetch(request)));
  } else if (request.mode === "navigate" && request.method === "GET") {
    event.respondWith(opened(request, url));
  } else if (request.mode === "navigate" && SHEET.test(url.pathname)) {
    event.respondWith(ticked(event, url.pathname));
  }
});

// De bladzijde zelf; zonder verbinding het blad dat bewaard is, of wat daarvoor in de plaats komt.
async function opened(request, url) {
  // Wat nog wacht gaat voor, zodat een blad toont wat er daarna staat.
  if (SHEET.test(url.pathname)) await send();
  const answer = await asked(request);
  if (answer && !isAway(answer)) return answer;
  const cache = await caches.open("vakmatrix");
  const sheet = SHEET.test(url.pathname) && await cache.match(url.pathname);
  if (sheet && isRecent(sheet)) return sheet;
  if (sheet) await cache.delete(url.pathname);
  return answer || (await cache.match(STAND_IN)) || Response.error();
}

const asked = (request) => Promise.race([fetch(request), new Promise((done) => setTimeout(done, PATIENCE))]).catch(() => undefined);
// Een proxy waarvan de server stilstaat, antwoordt wel.
const isAway = (answer) => [502, 503, 504].includes(answer.status);
const isRecent = (kept) => Date.now() - Number(kept.headers.get("X-Since")) < WEEK;

// Een blad dat verstuurd wordt. Lukt dat niet, of is het een bewaard blad, dan blijft elke keuze op het toestel staan.
async function ticked(event, path) {
  const form = await event.request.clone().formData();
  if (!form.has("kopie")) {
    const answer = await asked(event.request);
    // Wie niet meer aangemeld is, raakt zijn keuzes ook niet kwijt.
    if (answer && !isAway(answer) && answer.status !== 401) {
      event.waitUntil(refresh([path]));
      return answer;
    }
  }
  try {
    await queue(form, path);
  } catch {
    // Er is geen plek voor: dan moet te zien zijn dat het niet bewaard is.
    return Response.error();
  }
  await send();
  return Response.redirect(path, 303);
}

// De wachtrij. Elke keuze is één regel met een eigen sleutel, zodat die hooguit één keer telt.

function open() {
  return new Promise((done, failed) => {
    const request = indexedDB.open("vakmatrix", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("ticks", { keyPath: "place", autoIncrement: true });
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}

// Leest alle regels en schrijft wat ervan wordt, in één keer: twee vensters komen elkaar niet tussenbeide.
async function change(edit) {
  const database = await open();
  try {
    return await new Promise((done, failed) => {
      const transaction = database.transaction("ticks", "readwrite");
      const ticks = transaction.objectStore("ticks");
      let result;
      ticks.getAll().onsuccess = ({ target }) => (result = edit(ticks, target.result));
      transaction.oncomplete = () => done(result);
      transaction.onabort = () => failed(transaction.error);
    });
  } finally {
    database.close();
  }
}

const key = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

function queue(form, path) {
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  // Een klok die achterloopt, zet niets op een dag van voor het blad.
  const day = today < form.get("stand") ? form.get("stand") : today;
  const [person, seen, reason] = [form.get("van"), form.getAll("gezien"), form.get("reden") || ""];
  return change((ticks, all) => {
    for (const [name, base] of form) {
      const task = name.startsWith("was.") ? name.slice(4) : null;
      const word = task && form.get("taak." + task);
      if (!person || !word || word === base) continue;
      const tick = { id: key(), person, path, task, base, word, day, at: now.getTime(), seen: seen.includes(task), reason };
      const same = all.find((one) => one.person === person && one.path === path && one.task === task && one.day === day);
      // Op dezelfde dag telt de laatste keuze, tegenover wat er stond voor de eerste.
      if (!same) ticks.add(tick);
      else if (same.base === word) ticks.delete(same.place);
      else ticks.put({ ...tick, base: same.base, place: same.place });
    }
  });
}

const all = () => change((ticks, found) => found.filter((tick) => {
  const isOld = Date.now() - tick.at > WEEK;
  if (isOld) ticks.delete(tick.place);
  return !isOld;
}));

// Schrijft wat van een regel wordt (niets: hij is weg), tenzij er intussen anders gekozen is.
const settle = (tick, next) => change((ticks, found) => {
  if (!found.some((one) => one.place === tick.place && one.id === tick.id)) return;
  if (next) ticks.put(next); else ticks.delete(tick.place);
});

// Versturen.

let sending = null, sent = [], state = "";
const send = () => (sending ||= sendAll().catch(() => "offline").then((end) => { state = end; sending = null; }));

async function device() {
  const answer = await fetch("/toestel", { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
  if (!answer.ok) throw new Error();
  return answer.json();
}

async function sendAll() {
  const waiting = (await all()).filter((tick) => !tick.sentence);
  if (waiting.length === 0) return "";
  // Het bewijs van het blad is oud; wie er nu aangemeld is, krijgt een nieuw. Wat van een ander is, blijft liggen.
  const { person, proof } = await device();
  if (!person) return "signed-out";
  const changed = new Set();
  let end = "";
  for (const tick of waiting.filter((one) => one.person === person)) {
    end = await sendOne(tick, proof);
    if (end) break;
    changed.add(tick.path);
  }
  if (changed.size) await refresh([...changed]);
  return end;
}

async function sendOne(tick, proof) {
  const fields = {
    bewijs: proof, sleutel: tick.id, van: tick.person, dag: tick.day, reden: tick.reason,
    ["was." + tick.task]: tick.base, ["taak." + tick.task]: tick.word, ...(tick.seen ? { gezien: tick.task } : {}),
  };
  const answer = await fetch(tick.path, {
    method: "POST", headers: { Accept: "application/json" }, body: new URLSearchParams(fields), signal: AbortSignal.timeout(PATIENCE),
  });
  if (answer.status === 401) return "signed-out";
  if (answer.status === 403 || answer.status >= 500) return "failed";
  const said = await answer.json();
  if (answer.status === 200) {
    await settle(tick, null);
    sent = [...sent, { ...tick, sentAt: Date.now() }].slice(-500);
    return "";
  }
  const [conflict, ask] = [said.conflicts?.[0], said.asks?.[0]];
  // Nog bezig met dezelfde regel: later opnieuw.
  if (answer.status === 409 && !conflict) return "failed";
  // Wat een ander intussen koos of wat er nog bij moet, beslist een mens; tot dan blijft het staan.
  await settle(tick, { ...tick, ...(conflict || {}), field: ask?.field, sentence: (conflict || ask)?.sentence || said.problems.join(" ") });
  return "";
}

// Wat een bladzijde vraagt: sturen, kiezen, weggooien, of alles van iemand vergeten.

// Een browser die niets laat bewaren, heeft ook niets dat wacht.
const NOTHING = { state: "", sent: [], ticks: [], others: 0 };
addEventListener("message", (event) => event.waitUntil(
  told(event.data).catch(() => NOTHING).then((reply) => event.ports[0]?.postMessage(reply))));

async function told({ act, person, since, place, reason, seen }) {
  const tick = place && (await all()).find((one) => one.place === place && one.person === person);
  if (tick && (act === "keep" || act === "drop")) await settle(tick, null);
  if (tick && act === "mine") {
    const { sentence, field, now, keep, mine, who, ...rest } = tick;
    await settle(tick, { ...rest, base: now || rest.base, reason: reason || rest.reason, seen: seen || Boolean(now) || rest.seen });
  }
  if (act === "forget") await forget(person);
  else if (act !== "look") await send();
  if (act === "fresh" && person) await refresh([], person);
  const ticks = await all();
  const isOwn = (one) => one.person === person;
  // Een bladzijde hoort wat er verstuurd is sinds iemand haar opende.
  const news = sent.filter((one) => isOwn(one) && one.sentAt >= since);
  return { state, sent: news, ticks: ticks.filter(isOwn), others: ticks.filter((one) => !isOwn(one)).length };
}

async function forget(person) {
  await caches.delete("vakmatrix");
  await change((ticks, found) => found.filter((tick) => tick.person === person).forEach((tick) => ticks.delete(tick.place)));
}

// De bladen die op het toestel mogen staan; die van een ander verdwijnen.

let refreshed = { person: "", at: 0 };

async function refresh(changed, person) {
  if (person && !changed.length && person === refreshed.person && Date.now() - refreshed.at < OFTEN) return;
  try {
    const mine = await device();
    const isNew = changed.length === 0 && await keepLooks();
    const cache = await caches.open("vakmatrix");
    const sheets = (mine.sheets || []).filter((path) => SHEET.test(path));
    const kept = new Set();
    for (const request of await cache.keys()) {
      const { pathname } = new URL(request.url);
      if (!SHEET.test(pathname)) continue;
      const copy = await cache.match(request);
      const stays = !isNew && isRecent(copy) && (!mine.person || (copy.headers.get("X-Person") === mine.person && sheets.includes(pathname)));
      if (stays) kept.add(pathname); else await cache.delete(request);
    }
    for (const path of sheets) {
      if (changed.length && kept.has(path) && !changed.includes(path)) continue;
      await keep(cache, path, path + "?meenemen", mine.person);
    }
    if (mine.person) refreshed = { person: mine.person, at: Date.now() };
  } catch {
    // Zonder verbinding blijven de bladen zoals ze zijn.
  }
}

async function keep(cache, path, address, person) {
  const answer = await fetch(address, { cache: "no-store" });
  if (!answer.ok || answer.redirected) return;
  const page = await answer.text();
  // Wie intussen iemand anders is, krijgt het blad van de vorige niet.
  if (!page.includes(`name="van" value="${person}"`)) return;
  const headers = new Headers(answer.headers);
  headers.set("X-Since", String(Date.now()));
  headers.set("X-Person", person);
  await cache.put(path, new Response(page, { headers }));
}

// De bladzijde die voor andere in de plaats komt, met hoe zij eruitziet. Waar als dat anders is dan voorheen.
async function keepLooks() {
  const cache = await caches.open("vakmatrix");
  const answer = await fetch(STAND_IN, { cache: "no-store" });
  if (!answer.ok) return false;
  await cache.put(STAND_IN, answer.clone());
  const page = await answer.text();
  const wanted = [...page.matchAll(/(?:href|src)="(\/[^"?]+\?v=[^"]+)"/g)].map((found) => found[1]).filter((path) => LOOKS.test(path.split("?")[0]));
  const kept = (await cache.keys()).map((request) => request.url.slice(location.origin.length)).filter((path) => LOOKS.test(path.split("?")[0]));
  for (const path of kept) if (!wanted.includes(path)) await cache.delete(path);
  const missing = wanted.filter((path) => !kept.includes(path));
  await cache.addAll(missing);
  return missing.length > 0;
}

// Verbetert de bladzijden; zonder dit script werkt alles ook.
"use strict";

const make = (name, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};
const filled = (words, key, count, time = "") =>
  (count === 1 ? words[key + "One"] : words[key]).replace("{count}", String(count)).replace("{time}", time);

// Afvinken: de knop telt wat er verandert.
const sheet = (() => {
  const form = document.querySelector("form.ticks[action]");
  const button = form && form.querySelector(".bar button");
  if (!button) return null;
  const plain = button.textContent;
  const count = () => {
    let changed = 0;
    for (const was of form.querySelectorAll('input[name^="was."]')) {
      const chosen = form.elements["taak." + was.name.slice(4)];
      if (chosen && chosen.value !== was.value) changed += 1;
    }
    button.textContent = changed === 0 ? plain : changed === 1 ? button.dataset.one : button.dataset.many.replace("{count}", String(changed));
  };
  form.addEventListener("change", count);
  // Wie teruggaat, vindt zijn keuzes terug, en de telling ook.
  addEventListener("pageshow", count);
  // Zet een taak op wat er intussen van geworden is.
  const sync = (path, task, word) => {
    const [was, chosen] = [form.elements["was." + task], form.elements["taak." + task]];
    if (path !== location.pathname || !was || !chosen) return;
    was.value = chosen.value = word;
    count();
  };
  return { isCopy: "kopie" in form.elements, sync };
})();

// Afvinken zonder verbinding: vinkjes die op het toestel wachten, tellen en versturen. Het bewaren zelf doet worker.js.
(() => {
  const box = document.getElementById("toestel");
  const person = document.body.dataset.person;
  const needsConnection = () => { const hint = document.getElementById("verbinding"); if (hint) hint.hidden = false; };
  if (!("serviceWorker" in navigator)) return needsConnection();

  let worker;
  const ask = (message) => new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => done(data);
    worker.postMessage({ person, since: performance.timeOrigin, ...message }, [port2]);
  });
  const clock = (at) => new Date(at).toTimeString().slice(0, 5).replace(":", ".");

  const act = async (message, tick) => {
    const reply = await ask(message);
    if (tick && !reply.ticks.some((one) => one.place === tick.place))
      sheet?.sync(tick.path, tick.task, message.act === "keep" ? tick.now : tick.word);
    show(reply);
    box.focus();
  };
  const button = (text, message, tick, isSecond) =>
    make("button", { type: "button", className: isSecond ? "second" : "", textContent: text, onclick: () => act(message(), tick) });

  // Een keuze die wacht: beide staan naast elkaar, of er moet nog iets bij.
  const item = (tick) => {
    const choose = (act) => () => ({ act, place: tick.place });
    const card = make("div", { className: "card" }, make("p", { textContent: (tick.who ? tick.who + ". " : "") + tick.sentence }));
    const buttons = make("p", { className: "two" });
    if (tick.keep) {
      buttons.append(button(tick.keep, choose("keep"), tick, true), button(tick.mine, choose("mine"), tick));
    } else {
      if (tick.field) {
        const isReason = tick.field === "reden";
        const field = make("input", isReason ? { id: "nog-" + tick.place, maxLength: 500 } : { type: "checkbox" });
        const label = make("label", isReason ? { htmlFor: field.id, textContent: box.dataset.reason } : { className: "seen" });
        card.append(isReason ? make("p", {}, label, field) : label);
        if (!isReason) label.append(field, box.dataset.seen);
        const answer = () => ({ act: "mine", place: tick.place, reason: isReason ? field.value : "", seen: field.checked });
        buttons.append(button(box.dataset.send, answer, tick));
      }
      buttons.append(button(box.dataset.drop, choose("drop"), null, true));
    }
    card.append(buttons);
    return card;
  };

  const show = ({ state, sent, ticks, others }) => {
    const asked = ticks.filter((tick) => tick.sentence);
    const waiting = ticks.length - asked.length;
    for (const tick of sent) sheet?.sync(tick.path, tick.task, tick.word);
    const lines = [];
    if (sent.length) lines.push(filled(box.dataset, ticks.length ? "saved" : "sent", sent.length, clock(sent.at(-1).at)));
    if (waiting) lines.push(filled(box.dataset, state === "signed-out" ? "signedOut" : state === "failed" ? "failed" : "waiting", waiting));
    if (asked.length) lines.push(filled(box.dataset, "choose", asked.length));
    if (others) lines.push(filled(box.dataset, "signedOut", others));
    box.hidden = lines.length === 0;
    box.className = ticks.length + others ? "problem" : "done";
    box.tabIndex = -1;
    const status = make("div", {}, ...lines.map((line) => make("p", { textContent: line })));
    status.setAttribute("role", "status");
    box.replaceChildren(status, ...asked.map(item));
    if (waiting && state !== "signed-out") box.append(make("p", {}, button(box.dataset.send, () => ({ act: "send" }))));
    // Een bewaard blad toont wat erop gekozen is.
    if (sheet?.isCopy) for (const tick of ticks) sheet.sync(tick.path, tick.task, tick.word);
  };

  // Afmelden haalt alles van het toestel: eerst versturen, en anders eerst vragen. Wat van een ander is, blijft.
  const leaving = document.querySelector('form[action="/afmelden"]');
  const leave = async (others) => {
    await ask({ act: "forget" });
    if (others) leaving.append(make("input", { type: "hidden", name: "houd", value: "1" }));
    leaving.submit();
  };
  const signOut = async (event) => {
    if (!worker) return;
    event.preventDefault();
    // Wie zich wil afmelden, wacht niet op een toestel dat niets zegt.
    let reply = await Promise.race([ask({ act: "look" }), new Promise((done) => setTimeout(done, 3000))]);
    if (!reply) return leaving.submit();
    if (reply.ticks.length) reply = await ask({ act: "send" });
    if (reply.ticks.length === 0) return leave(reply.others);
    show(reply);
    box.append(make("p", { textContent: filled(box.dataset, "leave", reply.ticks.length) }),
      make("p", {}, make("button", { type: "button", className: "second", textContent: box.dataset.leaveNow, onclick: () => leave(reply.others) })));
    box.focus();
  };
  leaving?.addEventListener("submit", signOut);

  // Zonder verbinding: welke bladen er zijn.
  const list = async () => {
    const found = document.getElementById("bladen");
    if (!found) return;
    const cache = await caches.open("vakmatrix");
    for (const request of await cache.keys()) {
      if (!request.url.endsWith("/afvinken")) continue;
      const page = new DOMParser().parseFromString(await (await cache.match(request)).text(), "text/html");
      const link = make("a", { className: "main", href: request.url, textContent: page.querySelector("h1").textContent });
      found.querySelector("ul").append(make("li", {}, link));
      found.hidden = false;
    }
  };

  const start = async () => {
    // Wie niet aangemeld is, heeft niets te bewaren; er kan wel nog iets liggen.
    if (!person && !(await navigator.serviceWorker.getRegistration())) return;
    await navigator.serviceWorker.register("/vakmatrix-sw.js");
    worker = (await navigator.serviceWorker.ready).active;
    await list();
    show(await ask({ act: person ? "fresh" : "look" }));
    addEventListener("online", async () => show(await ask({ act: "send" })));
  };
  start().catch(needsConnection);
})();

// Een gedeeld toestel gaat na een tijd zonder gebruik terug naar de namen; wie er nog is, wordt eerst gewaarschuwd.
(() => {
  const limit = Number(document.body.dataset.idle) * 1000;
  if (!limit) return;
  const [WARNING, OFTEN] = [20000, 10000];
  const warning = document.getElementById("rust");
  // Wanneer het toestel voor het laatst gebruikt is, en wanneer de server dat wist.
  let used = Date.now(), told = used;
  const use = () => {
    used = Date.now();
    warning.hidden = true;
    if (used - told < OFTEN) return;
    told = used;
    fetch("/toestel", { cache: "no-store" }).catch(() => {});
  };
  for (const event of ["pointerdown", "keydown", "input", "scroll"]) addEventListener(event, use, { passive: true });
  setInterval(() => {
    const left = used + limit - Date.now();
    if (left < WARNING && warning.hidden) warning.hidden = false;
    // De server telt vanaf wat hij hoorde; iets later is hij er ook klaar mee.
    if (left < -2000) location.replace("/aanmelden");
  }, 1000);
})();

// Een gedeeld toestel: grote toetsen boven het vak voor de code. In het vak zelf typen of plakken kan ook.
(() => {
  const field = document.querySelector("input[data-keypad]");
  if (!field) return;
  const key = (text, press, label = text) => {
    const button = make("button", { type: "button", className: "second", textContent: text, onclick: press });
    button.setAttribute("aria-label", label);
    return button;
  };
  const digit = (text) => key(text, () => { if (field.value.length < field.maxLength) field.value += text; });
  const back = key("\u232b", () => { field.value = field.value.slice(0, -1); }, field.dataset.back);
  const pad = make("div", { className: "keypad" }, ..."1234567890".split("").map(digit), back);
  pad.setAttribute("role", "group");
  pad.setAttribute("aria-label", field.dataset.keypad);
  field.closest("p").before(pad);
})();

// Wat iemand typt en nog niet bewaard is, komt terug als de bladzijde opnieuw opengaat. Het blijft in dit venster, tot het bewaard is of
// iemand zich afmeldt. Op een gedeeld toestel blijven de woorden van een gesprek nergens staan.
(() => {
  const { person, idle } = document.body.dataset;
  document.querySelector('form[action="/afmelden"]')?.addEventListener("submit", () => sessionStorage.clear());
  if (!person || (idle && location.pathname.startsWith("/gesprek/"))) return;
  const store = "getypt." + person;
  const drafts = JSON.parse(sessionStorage.getItem(store) || "{}");
  const keep = () => {
    if (Object.keys(drafts).length) sessionStorage.setItem(store, JSON.stringify(drafts));
    else sessionStorage.removeItem(store);
  };
  // Vragen van een voorbereiding staan op één adres; elke vraag is een vak apart.
  const areas = new Map([...document.querySelectorAll("main textarea")].map((area) =>
    [[location.pathname, area.form.elements.vraag?.value, area.id].join(" "), area]));
  const [isRefused, isDone] = ["main .problem:not([hidden])", "main .done:not([hidden])"].map((found) => document.querySelector(found) !== null);
  // Verstuurd, en hier staat niet dat het niet lukte: dan is het bewaard.
  for (const [place, draft] of Object.entries(drafts)) if (draft.isSent && !isRefused && (isDone || !areas.has(place))) delete drafts[place];
  for (const [place, area] of areas) {
    const draft = drafts[place];
    if (draft && draft.text === area.value) delete drafts[place];
    else if (draft) {
      const note = make("p", { className: "hint", textContent: document.getElementById("toestel").dataset.draft });
      // Staat er intussen iets anders, dan verdwijnt dat niet: wat getypt was, staat ernaast.
      if (draft.was === area.defaultValue) area.value = draft.text; else note.append(" ", make("q", { textContent: draft.text }));
      area.closest("p").before(note);
    }
    area.addEventListener("input", () => { drafts[place] = { text: area.value, was: area.defaultValue }; keep(); });
    // Wie overslaat, stuurt niet wat er getypt staat: dat blijft dus hier.
    area.form.addEventListener("submit", (event) => { if (drafts[place] && event.submitter?.name !== "overslaan") { drafts[place].isSent = true; keep(); } });
  }
  keep();
})();

// Een team bijwerken met toetsen: de matrix wordt een rooster waarin je loopt. Verstuurt wat het formulier per medewerker ook verstuurt.
(() => {
  const place = document.getElementById("rooster");
  if (!place || !matchMedia("(min-width: 700px)").matches) return;
  const words = place.dataset;
  const levels = [...place.querySelectorAll("#niveaus li")];
  const form = place.querySelector("form");
  const bar = form.querySelector(".bar button");
  const plain = bar.textContent;
  const status = make("p", { className: "sr" });
  status.setAttribute("role", "status");
  const outcome = make("div");
  const originals = new WeakMap();
  let steps = [], cells = [], row = 1, column = 0;
  document.getElementById("mensen").hidden = true;
  place.hidden = false;
  place.prepend(status, outcome);

  const rank = (word) => levels.findIndex((level) => level.dataset.level === word);
  const of = (cell) => {
    const line = cell.parentElement.dataset;
    const head = cells[0][cell.cellIndex - 1];
    return { trainee: head.dataset.trainee, who: head.textContent, task: line.task, title: line.title || line.task, isSafety: "safety" in line };
  };
  const label = (cell) => {
    const { who, title } = of(cell);
    cell.setAttribute("aria-label", [who, title, cell.querySelector(".sr").textContent].join(", "));
  };
  const changed = () => [...place.querySelectorAll("td[data-base]")];

  // Leest de tabel; na het bewaren opnieuw.
  const read = () => {
    const table = place.querySelector("table");
    table.setAttribute("role", "grid");
    table.setAttribute("aria-describedby", "rooster-uitleg");
    const heads = [...table.querySelectorAll("th[data-trainee]")];
    cells = [heads, ...[...table.querySelectorAll("tr[data-task]")].map((line) => [...line.querySelectorAll("td")].slice(0, heads.length))];
    for (const cell of cells.flat()) cell.tabIndex = -1;
    for (const cell of cells.slice(1).flat()) { cell.setAttribute("role", "gridcell"); label(cell); }
    table.onkeydown = pressed;
    table.onfocusin = ({ target }) => {
      const found = cells.findIndex((line) => line.includes(target));
      if (found >= 0) point(found, cells[found].indexOf(target));
    };
    row = Math.min(row, cells.length - 1);
    point(row, column);
  };
  // Eén cel is met Tab te bereiken; de rest met pijltjes.
  const point = (toRow, toColumn) => {
    if (cells[row]?.[column]) cells[row][column].tabIndex = -1;
    [row, column] = [toRow, toColumn];
    if (cells[row]?.[column]) cells[row][column].tabIndex = 0;
  };
  const go = (toRow, toColumn) => {
    point(Math.max(0, Math.min(toRow, cells.length - 1)), Math.max(0, Math.min(toColumn, cells[0].length - 1)));
    cells[row][column].focus();
  };

  const paint = (cell, word) => {
    if (!originals.has(cell)) originals.set(cell, { nodes: [...cell.childNodes], name: cell.className });
    const { nodes, name } = originals.get(cell);
    cell.dataset.base ??= cell.dataset.level;
    cell.dataset.level = word;
    const isBack = cell.dataset.base === word;
    if (isBack) delete cell.dataset.base;
    const level = levels[rank(word)];
    cell.className = isBack ? name : level.className + " changed";
    cell.replaceChildren(...(isBack ? nodes : [...level.childNodes].map((node) => node.cloneNode(true))));
    label(cell);
    count();
  };
  const set = (cell, word) => {
    const { who, title } = of(cell);
    if (!cell.dataset.level) { status.textContent = words.notTheirs.replace("{task}", title).replace("{who}", who); return; }
    if (cell.dataset.level === word) return;
    steps.push([cell, cell.dataset.level]);
    paint(cell, word);
    status.textContent = cell.getAttribute("aria-label");
  };
  const takeBack = () => {
    const step = steps.pop();
    if (!step) return;
    paint(...step);
    status.textContent = words.takenBack + " " + step[0].getAttribute("aria-label");
  };

  // De knop telt, en vraagt wat erbij hoort: waarom iets omlaag gaat, en of een veiligheidstaak gezien is.
  const isLower = (cell) => rank(cell.dataset.level) < rank(cell.dataset.base);
  const isPromise = (cell) => of(cell).isSafety && levels[rank(cell.dataset.level)].className === "mastered";
  const count = () => {
    const all = changed();
    bar.textContent = all.length === 0 ? plain : all.length === 1 ? bar.dataset.one : bar.dataset.many.replace("{count}", String(all.length));
    form.elements.reden.closest("p").hidden = !all.some(isLower);
    form.elements.gezien.closest("p").hidden = !all.some(isPromise);
  };

  const pressed = (event) => {
    const isControl = event.ctrlKey || event.metaKey;
    const moves = {
      ArrowUp: [row - 1, column], ArrowDown: [row + 1, column], ArrowLeft: [row, column - 1], ArrowRight: [row, column + 1],
      Home: isControl ? [1, 0] : [row, 0], End: isControl ? [cells.length - 1, cells[0].length - 1] : [row, cells[0].length - 1],
    };
    const cell = cells[row][column];
    if (moves[event.key]) go(...moves[event.key]);
    else if (/^[0-4]$/.test(event.key) && !isControl) { if (row > 0 && levels[event.key]) set(cell, levels[event.key].dataset.level); }
    else if (event.key === "Enter") open(cell);
    else if (isControl && event.key.toLowerCase() === "z") takeBack();
    else if (event.key === "Escape") stop();
    else return;
    event.preventDefault();
  };
  const open = (cell) => {
    if (row === 0) { location.href = "/trainee/" + encodeURIComponent(cell.dataset.trainee); return; }
    const { trainee, task } = of(cell);
    if (cell.dataset.level) location.href = "/trainee/" + encodeURIComponent(trainee) + "/taak/" + encodeURIComponent(task);
  };
  // Wie stopt met keuzes die nog niet bewaard zijn, komt bij de knop die ze bewaart.
  const stop = () => { if (changed().length) bar.focus(); else document.querySelector("main .two a").click(); };
  addEventListener("beforeunload", (event) => { if (changed().length) event.preventDefault(); });

  // Bewaren: één formulier per medewerker, elk met een eigen sleutel.
  const key = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const post = (trainee, fields) => fetch("/trainee/" + encodeURIComponent(trainee) + "/afvinken", {
    method: "POST", headers: { Accept: "application/json" },
    body: new URLSearchParams([["bewijs", form.elements.bewijs.value], ["sleutel", key()], ["van", form.elements.van.value],
      ["reden", form.elements.reden.value], ...fields]),
  });
  const card = (sentence, ...buttons) =>
    make("div", { className: "card" }, make("p", { textContent: sentence }), make("p", { className: "two" }, ...buttons));
  const choice = (trainee, { who, sentence, task, now, keep, mine }, word) => {
    const back = () => { shown.remove(); place.querySelector("[tabindex='0']").focus(); };
    const again = () => { shown.remove(); save(new Map([[trainee, [["was." + task, now], ["taak." + task, word], ["gezien", task]]]])); };
    const shown = card(who + ". " + sentence,
      make("button", { type: "button", className: "second", textContent: keep, onclick: back }),
      make("button", { type: "button", textContent: mine, onclick: again }));
    return shown;
  };
  const save = async (forms) => {
    let kept = 0, isChanged = false;
    const cards = [], unsaved = [];
    bar.disabled = true;
    for (const [trainee, fields] of forms) {
      const word = (task) => fields.find(([name]) => name === "taak." + task)[1];
      try {
        const answer = await post(trainee, fields);
        const said = await answer.json();
        kept += said.kept?.length || 0;
        isChanged ||= answer.status === 409;
        for (const conflict of said.conflicts || []) cards.push(choice(trainee, conflict, word(conflict.task)));
        for (const sentence of [...(said.asks || []).map((ask) => ask.sentence), ...(said.problems || [])]) cards.push(card(sentence));
        if (answer.status !== 200 && answer.status !== 409) unsaved.push([trainee, fields]);
      } catch {
        cards.push(card(words.noConnection));
        unsaved.push(...[...forms].slice([...forms.keys()].indexOf(trainee)));
        break;
      }
    }
    bar.disabled = false;
    if (kept || isChanged) await renew(unsaved);
    outcome.replaceChildren(...(cards.length ? [make("h2", { textContent: words.notSaved }), ...cards] : []));
    outcome.className = cards.length ? "problem" : "";
    status.textContent = kept ? filled(words, "saved", kept) : cards.length ? words.notSaved : "";
    status.className = kept ? "done" : "sr";
    if (cards.length) (outcome.querySelector("button") || bar).focus(); else cells[row][column].focus();
  };
  // Haalt de tabel opnieuw op, met de tellingen; wat nog niet bewaard is, blijft gekozen.
  const renew = async (unsaved) => {
    const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
    place.querySelector("table").replaceWith(page.querySelector("#rooster table"));
    steps = [];
    read();
    for (const [trainee, fields] of unsaved) {
      for (const cell of cells.slice(1).flat()) {
        const found = of(cell).trainee === trainee && fields.find(([name]) => name === "taak." + of(cell).task);
        if (found && cell.dataset.level) paint(cell, found[1]);
      }
    }
    form.elements.reden.value = "";
    form.elements.gezien.checked = false;
    count();
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const forms = new Map();
    for (const cell of changed()) {
      const { trainee, task } = of(cell);
      const fields = forms.get(trainee) || [];
      fields.push(["was." + task, cell.dataset.base], ["taak." + task, cell.dataset.level]);
      if (isPromise(cell) && form.elements.gezien.checked) fields.push(["gezien", task]);
      forms.set(trainee, fields);
    }
    if (forms.size) save(forms);
  });
  read();
})();

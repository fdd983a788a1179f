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
    worker.postMessage({ person, ...message }, [port2]);
  });
  const clock = (at) => new Date(at).toTimeString().slice(0, 5).replace(":", ".");

  const act = async (message, tick) => {
    const reply = await ask(message);
    if (tick && !reply.ticks.some((one) => one.place === tick.place)) sheet?.sync(tick.path, tick.task, message.act === "keep" ? tick.now : tick.word);
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
        buttons.append(button(box.dataset.send, () => ({ act: "mine", place: tick.place, reason: isReason ? field.value : "", seen: field.checked }), tick));
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
    let reply = await ask({ act: "look" });
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
      found.querySelector("ul").append(make("li", {}, make("a", { className: "main", href: request.url, textContent: page.querySelector("h1").textContent })));
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

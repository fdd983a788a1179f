// Verbetert de bladzijden; zonder dit script werkt alles ook.
"use strict";
(() => {
  // Afvinken: de knop telt wat er verandert.
  const form = document.querySelector("form.ticks");
  const button = form && form.querySelector(".bar button");
  if (!button || !button.dataset.many) return;
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
})();

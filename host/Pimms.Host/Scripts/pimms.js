// What script adds to pages that work without it. Nothing here writes HTML: no Trusted Types policy is needed.
(() => {
  "use strict";

  // After a refusal the focus goes to the summary, which leads to the fields.
  document.querySelector("[data-focus]")?.focus();

  // Printing needs script; without it the browser's own command does the same.
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }

  // The whole row opens what its title opens; selecting text and other links in it still work.
  for (const row of document.querySelectorAll("tr:has(a.row-title)")) row.classList.add("row-link");
  document.addEventListener("click", event => {
    const row = event.target.closest("tr.row-link");
    if (!row || event.target.closest("a, button, input, label, select, summary") || getSelection().toString()) return;
    const title = row.querySelector("a.row-title");
    if (event.ctrlKey || event.metaKey) open(title.href, "_blank", "noopener");
    else title.click();
  });

  // One press sends once. The button is not disabled: its name and value are sent, and it stays where the focus is.
  document.addEventListener("submit", event => {
    const form = event.target;
    if (form.dataset.sending) return event.preventDefault();
    if (form.method !== "post" || event.defaultPrevented) return;
    form.dataset.sending = "true";
    event.submitter?.setAttribute("aria-disabled", "true");
  });
  addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sending]")) delete form.dataset.sending;
    for (const button of document.querySelectorAll("button[aria-disabled]")) button.removeAttribute("aria-disabled");
  });

  // What is typed is completed from what the server knows; the field takes anything all the same.
  for (const input of document.querySelectorAll("input[data-suggestions]")) {
    let timer;
    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(suggest, 200);
    });
    async function suggest() {
      const typed = input.value.trim();
      if (typed.length < 2) return input.list.replaceChildren();
      try {
        const answer = await fetch(input.dataset.suggestions + encodeURIComponent(typed));
        const found = answer.ok ? await answer.json() : [];
        if (typed === input.value.trim()) input.list.replaceChildren(...found.map(words => new Option(words, words)));
      } catch {
        // Out of reach for now: the server understands a name or a code when the form is sent.
      }
    }
  }
  for (const line of document.querySelectorAll("[data-adds-to]")) {
    const [input, area] = [line.querySelector("input"), document.getElementById(line.dataset.addsTo)];
    const add = () => {
      if (input.value.trim()) area.value = [...area.value.split("\n").filter(text => text.trim()), input.value.trim()].join("\n");
      area.dispatchEvent(new Event("input", { bubbles: true }));
      input.value = "";
      input.focus();
    };
    line.hidden = false;
    line.querySelector("button").addEventListener("click", add);
    input.addEventListener("keydown", event => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      add();
    });
  }

  // A part of a form that is asked for certain answers only shows when they are given; the server decides by itself what counts.
  for (const form of document.querySelectorAll("form:has([data-when])")) {
    const answerOf = name => {
      const fields = [...form.elements].filter(field => field.name === name && !field.closest("[data-when][hidden]"));
      return fields.find(field => field.type !== "radio" || field.checked)?.value ?? "";
    };
    const show = () => {
      // In their order: a part may depend on an answer in another that is hidden itself.
      for (const part of form.querySelectorAll("[data-when]")) part.hidden = !part.dataset.answers.split("\n").includes(answerOf(part.dataset.when));
    };
    for (const words of form.querySelectorAll("[data-condition]")) words.hidden = true;
    form.addEventListener("change", show);
    addEventListener("pageshow", show);
    show();
  }

  // Sends a file and shows how far it is, where it was chosen. The promise ends with the answer; without one with nothing.
  const sendFile = (place, address, body) => new Promise(done => {
    const part = name => place.querySelector(`[data-upload-${name}]`);
    const request = new XMLHttpRequest();
    part("progress").hidden = false;
    request.upload.addEventListener("progress", sent => {
      const percent = Math.floor(sent.loaded / sent.total * 100);
      part("progress").querySelector("progress").value = percent;
      part("percent").textContent = `${percent} %`;
    });
    request.addEventListener("load", () => done(request));
    request.addEventListener("error", () => done(null));
    request.open("POST", address);
    request.setRequestHeader("X-In-Words", "1");
    request.send(body);
  });
  // What went wrong, in words.
  const whyNot = (answer, words) => answer?.status === 422 ? answer.responseText : answer?.status === 413 ? words.tooLarge : words.failed;

  // A file on its way shows how far it is. What goes wrong is said at the form, where the file stays chosen: the same button tries again.
  for (const form of document.querySelectorAll("form[data-upload]")) {
    const part = name => form.querySelector(`[data-upload-${name}]`);
    const say = words => {
      delete form.dataset.sending;
      part("progress").hidden = true;
      part("error").hidden = !words;
      part("error").textContent = words;
    };
    form.addEventListener("submit", async event => {
      const file = form.querySelector("input[type=file]").files[0];
      if (!file || form.dataset.sending) return;
      event.preventDefault();
      say("");
      if (file.size > form.dataset.most) return say(form.dataset.tooLarge);
      form.dataset.sending = "true";
      const answer = await sendFile(form, form.action, new FormData(form));
      if (answer?.status === 200) location.assign(answer.responseText);
      else say(whyNot(answer, form.dataset));
    });
  }

  // Files that answer one question among others go by themselves: nothing typed beside them is lost, and none is sent twice.
  for (const form of document.querySelectorAll("form:has([data-attach])")) {
    const places = [...form.querySelectorAll("[data-attach]")];
    let sending = false;
    const attach = async place => {
      const [input, progress, error, list] = ["input[type=file]", "[data-upload-progress]", "[data-upload-error]", "[data-attached]"].map(part => place.querySelector(part));
      error.hidden = true;
      while (input.files.length) {
        const file = input.files[0];
        let answer;
        if (file.size <= place.dataset.most) {
          const body = new FormData();
          body.set("__RequestVerificationToken", form.elements["__RequestVerificationToken"].value);
          body.set("Input.ItemId", place.dataset.item);
          body.set("Input.Visibility", "Shared");
          body.set("Input.File", file);
          answer = await sendFile(place, place.dataset.attach, body);
          progress.hidden = true;
        }
        if (answer?.status !== 200) {
          error.textContent = file.size > place.dataset.most ? place.dataset.tooLarge : whyNot(answer, place.dataset);
          error.hidden = false;
          return false;
        }
        const line = document.createElement("li");
        line.className = "document";
        line.textContent = file.name;
        list.append(line);
        const left = new DataTransfer();
        for (const next of [...input.files].slice(1)) left.items.add(next);
        input.files = left.files;
      }
      return true;
    };
    const attachAll = async some => {
      if (sending) return false;
      sending = true;
      let done = true;
      for (const place of some) done = await attach(place) && done;
      sending = false;
      return done;
    };
    for (const place of places) {
      const button = place.querySelector("[data-attach-now]");
      button.hidden = false;
      button.addEventListener("click", () => attachAll([place]));
    }
    form.addEventListener("submit", event => {
      if (!sending && places.every(place => !place.querySelector("input[type=file]").files.length)) return;
      event.preventDefault();
      attachAll(places).then(done => done && form.requestSubmit(event.submitter));
    });
  }

  // A draft saves itself: two seconds after the last key, five after the first at the latest, and when its page goes out of sight.
  for (const form of document.querySelectorAll("form[data-autosave^='/']")) {
    const [status, version] = [form.querySelector("[data-autosave-status]"), form.elements["Input.Version"]];
    const typed = () => {
      const fields = new URLSearchParams(new FormData(form));
      fields.delete(version.name);
      return fields.toString();
    };
    let [kept, timer, since, saving, stopped] = [form.dataset.autosaveUnsaved === "true" ? "" : typed(), 0, 0, null, false];
    const say = words => {
      if (status.textContent !== words) status.textContent = words;
    };
    const soon = () => {
      since ||= Date.now();
      clearTimeout(timer);
      timer = setTimeout(keep, Math.min(2000, Math.max(0, since + 4000 - Date.now())));
    };
    const keep = () => {
      clearTimeout(timer);
      if (stopped || form.dataset.sending || typed() === kept) return;
      // One at a time: the next goes on from the version that this one makes.
      saving ??= save().finally(() => {
        saving = null;
        if (!stopped && typed() !== kept) soon();
      });
    };
    async function save() {
      const [now, body] = [typed(), new URLSearchParams(new FormData(form))];
      since = 0;
      try {
        // It outlives the page, unless it is longer than browsers allow for that.
        const answer = await fetch(form.dataset.autosave, { method: "POST", body, redirect: "error", keepalive: body.toString().length < 60000 });
        const told = await answer.json();
        say(told.words);
        if (answer.ok) [version.value, kept] = [told.version, now];
        else if (answer.status === 400) kept = now;
        else stopped = true;
      } catch {
        say(form.dataset.autosaveLost);
      }
    }
    form.addEventListener("input", soon);
    form.addEventListener("change", soon);
    form.addEventListener("submit", event => {
      if (!saving) return;
      // What is sent goes on from what is being saved.
      event.preventDefault();
      saving.then(() => form.requestSubmit(event.submitter));
    });
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && keep());
    addEventListener("pagehide", keep);
    if (kept === "") soon();
  }
})();

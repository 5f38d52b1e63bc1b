// Adds to the pages; nothing needs it. "Add to my list" changes its words without a new page.
"use strict";

for (const form of document.querySelectorAll("form.list-form")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = form.querySelector("button");
    const isOn = button.getAttribute("aria-pressed") === "true";
    const body = new URLSearchParams(new FormData(form));
    try {
      const answer = await fetch(form.action, { method: "POST", body });
      if (!answer.ok || new URL(answer.url).searchParams.has("full")) {
        throw new Error("not done");
      }
    } catch {
      form.submit();
      return;
    }
    show(form, button, !isOn);
    count(isOn ? -1 : 1);
  });
}

function show(form, button, isOn) {
  form.action = isOn ? form.dataset.remove : form.dataset.add;
  button.querySelector(".words").textContent = isOn
    ? form.dataset.removeWords
    : form.dataset.addWords;
  button.classList.remove("go");
  if (isOn) {
    button.setAttribute("aria-pressed", "true");
  } else {
    button.removeAttribute("aria-pressed");
  }
}

function count(change) {
  const link = document.querySelector('.top a[href^="/list"] span');
  let number = document.getElementById("list-count");
  if (!number) {
    number = document.createElement("b");
    number.id = "list-count";
    number.textContent = "0";
    link.append(" ", number);
  }
  number.textContent = String(Number(number.textContent) + change);
}

"use strict";
(() => {
  const svg = document.getElementById("drawing");
  const day = 86400000, left = svg ? +svg.dataset.left : 0, right = svg ? +svg.dataset.right : 1;

  // A click on an event leads to its article; open what it was read from.
  const open = () => {
    const found = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const details = found && found.querySelector("details");
    if (details) details.open = true;
  };
  addEventListener("hashchange", open);
  open();
  if (!svg) return;

  const first = Date.parse(svg.dataset.first), last = Date.parse(svg.dataset.last);
  const held = (value, low, high) => Math.max(low, Math.min(high, value));
  let scale = 1, shift = 0; // x on the page = left + (x - left) * scale + shift

  const names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const place = (time) => left + ((right - left) * (time - first)) / (last - first) * scale + shift;

  // Ticks: the finest of these steps that leaves 70 units between two.
  const steps = [["day", 1], ["day", 7], ["month", 1], ["month", 3], ["year", 1], ["year", 2], ["year", 5], ["year", 10], ["year", 50]];
  const lengths = { day: day, month: 30.4 * day, year: 365 * day };
  const tickTimes = (unit, every) => {
    const start = new Date(first + (-shift / scale / (right - left)) * (last - first)), times = [];
    let time = unit === "year" ? Date.UTC(start.getUTCFullYear() - (start.getUTCFullYear() % every), 0, 1)
      : unit === "month" ? Date.UTC(start.getUTCFullYear(), start.getUTCMonth() - (start.getUTCMonth() % every), 1)
      : Math.floor(start.getTime() / (every * day)) * every * day;
    while (place(time) <= right && times.length < 60) {
      if (place(time) >= left) times.push(time);
      const at = new Date(time);
      time = unit === "year" ? Date.UTC(at.getUTCFullYear() + every, 0, 1)
        : unit === "month" ? Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + every, 1) : time + every * day;
    }
    return times;
  };
  const label = (time, unit) => {
    const at = new Date(time), month = names[at.getUTCMonth()], year = at.getUTCFullYear();
    return unit === "year" ? String(year) : unit === "month" ? `${month} ${year}` : `${at.getUTCDate()} ${month} ${year}`;
  };
  const drawTicks = () => {
    const unitsADay = ((right - left) * scale) / ((last - first) / day);
    const [unit, every] = steps.find(([unit, every]) => (lengths[unit] / day) * every * unitsADay >= (unit === "year" ? 50 : 80)) || steps[steps.length - 1];
    document.getElementById("ticks").replaceChildren(...tickTimes(unit, every).map((time) => {
      const text = document.createElementNS("http://www.w3.org/2000/svg", "text");
      text.setAttribute("x", place(time).toFixed(1));
      text.setAttribute("y", String(+svg.dataset.floor + 18));
      text.setAttribute("text-anchor", "middle");
      text.textContent = label(time, unit);
      return text;
    }));
  };

  const draw = () => {
    const moved = (x) => left + (x - left) * scale + shift;
    for (const at of svg.querySelectorAll("[data-x]")) {
      const x = moved(+at.dataset.x);
      if (at.tagName === "rect") {
        at.setAttribute("x", x.toFixed(2));
        at.setAttribute("width", Math.max(1.2, at.dataset.wide * scale * 0.86).toFixed(2));
      } else at.setAttribute("transform", `translate(${x.toFixed(2)} 0)`);
    }
    for (const id of ["bands", "levels"])
      document.getElementById(id).setAttribute("transform", `translate(${(left + shift - left * scale).toFixed(2)} 0) scale(${scale} 1)`);
    drawTicks();
  };
  const zoom = (times, at) => {
    const most = Math.max(1, (last - first) / (14 * day)), before = scale;
    scale = held(scale * times, 1, most);
    shift = held((shift + left - at) * (scale / before) + at - left, (right - left) * (1 - scale), 0);
    draw();
  };
  const across = (event) => {
    const box = svg.getBoundingClientRect();
    return ((event.clientX - box.left) * svg.viewBox.baseVal.width) / box.width;
  };
  svg.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoom(event.deltaY < 0 ? 1.25 : 0.8, held(across(event), left, right));
  }, { passive: false });
  let from = null, dragged = false;
  svg.addEventListener("pointerdown", (event) => { from = across(event); dragged = false; });
  addEventListener("pointerup", () => { from = null; });
  svg.addEventListener("pointermove", (event) => {
    if (from === null) return;
    const to = across(event);
    if (Math.abs(to - from) < 3 && !dragged) return;
    dragged = true;
    shift = held(shift + to - from, (right - left) * (1 - scale), 0);
    from = to;
    draw();
  });
  svg.addEventListener("click", (event) => { if (dragged) event.preventDefault(); }, true);
  svg.addEventListener("dragstart", (event) => event.preventDefault());
  document.getElementById("in").onclick = () => zoom(1.6, (left + right) / 2);
  document.getElementById("out").onclick = () => zoom(1 / 1.6, (left + right) / 2);
  document.getElementById("all").onclick = () => zoom(0, left);
  document.getElementById("tools").hidden = false;

  // The sentence under the pointer, or of the event that has the keyboard.
  const tip = document.createElement("div");
  tip.id = "tip";
  tip.hidden = true;
  tip.setAttribute("role", "status");
  document.body.append(tip);
  const show = (event) => {
    const link = event.target.closest("a[data-text]");
    tip.hidden = !link;
    if (!link) return;
    const head = document.createElement("b");
    head.textContent = link.dataset.head;
    tip.replaceChildren(head, link.dataset.text);
    const box = link.getBoundingClientRect(), wide = document.documentElement.clientWidth;
    tip.style.left = `${held(box.left + scrollX - tip.offsetWidth / 2, 8, Math.max(8, wide - tip.offsetWidth - 8))}px`;
    tip.style.top = `${box.bottom + scrollY + 8}px`;
  };
  for (const kind of ["pointerover", "focusin"]) svg.addEventListener(kind, show);
  for (const kind of ["pointerleave", "focusout"]) svg.addEventListener(kind, () => { tip.hidden = true; });
  for (const title of svg.querySelectorAll("circle > title")) title.remove();
  draw();
})();

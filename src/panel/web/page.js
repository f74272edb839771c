// Paints what changes on the kiosk's glass and takes one finger's touches back.
//
// document.body.dataset tells the outside: `state` is starting, live or lost, `sequence` the last painted frame.

const HEADER = 32; // bytes before the PNG of an answer: sequence, frame size, place, size
const ANSWER = 30_000; // ms; the kiosk says within 20 s that there is no news
const RETRY = { first: 250, factor: 1.6, last: 4_000, crowd: 1_000 }; // ms
const HOLD = 3_000; // ms; a finger that is down is told of at least this often

const body = document.body;
const glass = document.getElementById("glass");
const pen = glass.getContext("2d", { alpha: false });

// ---- Picture ------------------------------------------------------------------------------------------------

// Asks for what was not painted yet, over and over; the next question follows the painting, so a slow browser
// gets fewer and larger steps and never a queue.
async function watch() {
  let painted = null;
  let pause = RETRY.first;
  for (;;) {
    await seen();
    try {
      painted = await pull(painted);
      pause = RETRY.first;
    } catch {
      // Whatever was painted may be of another run: ask for all of it, which is answered at once.
      painted = null;
      if (document.hidden) continue;
      lose();
      await rest(pause * (0.8 + 0.4 * Math.random()));
      pause = Math.min(pause * RETRY.factor, RETRY.last);
    }
  }
}

async function pull(painted) {
  const enough = new AbortController();
  const abort = () => enough.abort();
  const timer = setTimeout(abort, ANSWER);
  // A page that nobody sees keeps no place at the kiosk.
  document.addEventListener("visibilitychange", abort, { once: true });
  try {
    const path = painted === null ? "/frame" : `/frame?after=${painted}`;
    const answer = await fetch(path, { cache: "no-store", signal: enough.signal });
    if (answer.status === 503) {
      // More pages are open than can wait at once: the picture is only a little late.
      await rest(RETRY.crowd);
      return painted;
    }
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.status === 204 ? painted : await paint(await answer.arrayBuffer());
  } finally {
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", abort);
  }
}

async function paint(bytes) {
  const head = new DataView(bytes, 0, HEADER);
  const sequence = head.getBigUint64(0, true);
  const [width, height, x, y] = [8, 12, 16, 20].map((at) => head.getUint32(at, true));
  const png = new Blob([new Uint8Array(bytes, HEADER)], { type: "image/png" });
  const picture = await createImageBitmap(png, { colorSpaceConversion: "none" });
  if (glass.width !== width || glass.height !== height) {
    glass.width = width;
    glass.height = height;
    fit();
  }
  pen.drawImage(picture, x, y);
  picture.close();
  body.dataset.sequence = sequence;
  body.dataset.state = "live";
  await new Promise(requestAnimationFrame);
  return sequence;
}

function rest(time) {
  return new Promise((wake) => setTimeout(wake, time));
}

function seen() {
  if (!document.hidden) return Promise.resolve();
  return new Promise((wake) => document.addEventListener("visibilitychange", wake, { once: true }));
}

function lose() {
  if (body.dataset.state === "live") body.dataset.state = "lost";
  lift();
  lines.length = 0;
}

// As large as the window allows, in its middle, on whole pixels of the screen.
function fit() {
  const ratio = window.devicePixelRatio || 1;
  const [room, rise] = [window.innerWidth * ratio, window.innerHeight * ratio];
  let scale = Math.min(room / glass.width, rise / glass.height);
  // A sharp picture is worth a margin of a few pixels.
  const whole = Math.floor(scale);
  if (whole >= 1 && scale - whole < 0.04) scale = whole;
  const [width, height] = [glass.width, glass.height].map((side) => Math.max(1, Math.round(side * scale)));
  const place = {
    width, height, left: Math.floor((room - width) / 2), top: Math.floor((rise - height) / 2),
  };
  for (const [name, value] of Object.entries(place)) glass.style[name] = `${value / ratio}px`;
  glass.classList.toggle("whole", scale === whole);
}

// ---- Finger -------------------------------------------------------------------------------------------------

// Who is touching: another page's finger is ignored by the kiosk while ours is down.
const page = [...crypto.getRandomValues(new Uint32Array(2))].map((part) => part.toString(16)).join("");
const lines = []; // what has happened and was not sent yet
let finger = null; // the pointer that counts, and where it is
let sending = false;

function locate(event) {
  const box = glass.getBoundingClientRect();
  const within = (value, side) => Math.min(Math.max(value, 0), side - 0.01).toFixed(2);
  return [
    within(((event.clientX - box.left) * glass.width) / box.width, glass.width),
    within(((event.clientY - box.top) * glass.height) / box.height, glass.height),
  ].join(" ");
}

function press(event) {
  event.preventDefault();
  if (finger || event.button !== 0 || body.dataset.state !== "live") return;
  glass.setPointerCapture(event.pointerId);
  finger = { id: event.pointerId, at: locate(event), told: performance.now(), due: false };
  tell(`p ${finger.at}`);
}

function move(event) {
  if (finger?.id !== event.pointerId) return;
  finger.at = locate(event);
  if (finger.due) return;
  finger.due = true;
  requestAnimationFrame(tellMove);
}

function tellMove() {
  if (!finger?.due) return;
  finger.due = false;
  finger.told = performance.now();
  tell(`m ${finger.at}`);
}

function release(event) {
  if (finger?.id !== event.pointerId) return;
  tellMove();
  finger = null;
  tell(`r ${locate(event)}`);
}

function cancel(event) {
  if (finger && event.pointerId === finger.id) lift();
}

// Breaks the touch off.
function lift() {
  if (!finger) return;
  finger = null;
  tell("c");
}

function hold() {
  if (!finger || performance.now() - finger.told < HOLD) return;
  finger.due = true;
  tellMove();
}

// One request at a time keeps the lines in order; what happens meanwhile goes with the next one.
async function tell(line) {
  const last = lines.length - 1;
  if (line.startsWith("m") && lines[last]?.startsWith("m")) lines[last] = line;
  else lines.push(line);
  if (sending) return;
  sending = true;
  while (lines.length > 0) {
    try {
      const told = lines.splice(0, 64).join("\n");
      const answer = await fetch(`/touch?page=${page}`, { method: "POST", body: told });
      if (!answer.ok) throw new Error(`/touch: ${answer.status}`);
    } catch {
      // Half a touch is none: the kiosk breaks it off at the next press, or after ten seconds of silence.
      finger = null;
      lines.length = 0;
    }
  }
  sending = false;
}

function leave() {
  if (!finger) return;
  finger = null;
  navigator.sendBeacon(`/touch?page=${page}`, "c");
}

// ---- Wiring -------------------------------------------------------------------------------------------------

glass.addEventListener("pointerdown", press);
glass.addEventListener("pointermove", move);
glass.addEventListener("pointerup", release);
glass.addEventListener("pointercancel", cancel);
glass.addEventListener("lostpointercapture", cancel);
window.addEventListener("blur", lift);
document.addEventListener("visibilitychange", lift);
window.addEventListener("pagehide", leave);
window.addEventListener("resize", fit);
for (const name of ["contextmenu", "selectstart", "dragstart"]) {
  document.addEventListener(name, (event) => event.preventDefault());
}
setInterval(hold, HOLD / 3);
fit();
watch();

// The platform itself for the browser tests: started on a free port over an empty folder, watched, and stopped.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PHONE, program, root } from "./browser.mjs";

const script = (path) => readFileSync(createRequire(import.meta.url).resolve(path), "utf8");
const axe = script("axe-core/axe.min.js");
/** Reads QR codes, and is not ours. */
const decoder = script("jsqr/dist/jsQR.js");
/** Everyone in the demonstration has it. */
const PASSWORD = "naik-kelas-malang";

/** A photo as an owner takes it. */
export const photo = (product, name) => join(root, "samples", product, name);

/** Runs `naikkelas serve` over an empty folder until `stop`. `more` are further arguments. */
export async function serve(...more) {
  const data = mkdtempSync(join(tmpdir(), "naikkelas-web-"));
  const child = spawn(program(), ["serve", "--data", data, "--port", "0", ...more], { cwd: data, stdio: ["ignore", "ignore", "pipe"] });
  const ended = new Promise((done) => child.once("close", done));
  let log = "";
  const address = await new Promise((ready, failed) => {
    child.stderr.on("data", (bytes) => {
      log += bytes;
      const [, found] = /(http:\/\/localhost:\d+)/.exec(log) ?? [];
      if (found) ready(found);
    });
    child.once("error", failed);
    ended.then((code) => failed(new Error(`the server ended with ${code}: ${log}`)));
  });
  return {
    address,
    /** What the server has said so far. */
    log: () => log,
    /** Makes an account from the command line, beside the running server, and returns the link that lets its owner in. */
    invite: (name, contact) => execFileSync(program(), ["admin", "create-user", "--name", name, "--contact", contact, "--data", data], { cwd: data, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim(),
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/**
 * A phone that visits the platform.
 * `troubles` collects whatever its browser complains about and whatever it fetches from elsewhere.
 */
export async function visit(browser, server, options = {}) {
  const context = await browser.newContext({ baseURL: server.address, viewport: PHONE, deviceScaleFactor: 2, hasTouch: true, isMobile: true, locale: "id-ID", reducedMotion: "reduce", ...options });
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: server.address });
  const page = await context.newPage();
  const troubles = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) troubles.push(`console: ${message.text()} ${message.location().url}`);
  });
  page.on("pageerror", (error) => troubles.push(`script: ${error.message}`));
  page.on("response", (reply) => {
    if (reply.status() >= 500) troubles.push(`${reply.status()}: ${reply.url()}`);
  });
  context.on("request", (request) => {
    if (!request.url().startsWith(server.address) && !/^(blob|data):/.test(request.url())) troubles.push(`fetched: ${request.url()}`);
  });
  return { context, page, troubles, close: () => context.close() };
}

/** What keeps people out of the page that is open, in light and in dark; and whether it scrolls sideways. */
export async function faults(page) {
  const found = [];
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
    violations.filter(({ impact }) => ["serious", "critical"].includes(impact)).forEach(({ id, nodes }) => {
      found.push(`${page.url()} (${colorScheme}) ${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`);
    });
  }
  await page.emulateMedia({ colorScheme: "light" });
  const { wide, room } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, room: document.documentElement.clientWidth }));
  if (wide > room) found.push(`${page.url()} scrolls sideways: ${wide} px in ${room}`);
  return found;
}

/**
 * Journeys on phones that `open` gives, each on one of its own: whatever its browser complained about fails the journey.
 * `options` of a journey are handed to `open`.
 */
export const journeys = (open) => (walk, options = {}) => async () => {
  const phone = await open(options);
  try {
    await walk(phone);
    assert.deepEqual(phone.troubles, []);
  } finally {
    await phone.close();
  }
};

/** Finds nothing serious on a page. */
export const sound = async (page) => assert.deepEqual(await faults(page), []);

/** Signs someone of the demonstration in. */
export async function enter(page, contact) {
  await page.goto("/masuk");
  await page.fill('[name="kontak"]', contact);
  await page.fill('[name="sandi"]', PASSWORD);
  await page.locator("form .tombol").first().click();
  await page.waitForURL((url) => !url.pathname.startsWith("/masuk"));
}

/** What a decoder that is not ours reads in a PNG; it runs in the page: a screen has too many pixels to send them about. */
export async function decode(page, picture) {
  await page.evaluate(decoder);
  return page.evaluate(async (bytes) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))]));
    const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
    canvas.drawImage(image, 0, 0);
    const { data } = canvas.getImageData(0, 0, image.width, image.height);
    return globalThis.jsQR(data, image.width, image.height)?.data;
  }, picture.toString("base64"));
}

// Finds a kit to look at and a browser to look with. Either may be missing; the
// tests then say so and pass, because both are installed by script/bootstrap.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

/** The checkout. */
export const root = fileURLToPath(new URL("..", import.meta.url));
const browsers = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const builds = process.env.CARGO_TARGET_DIR ?? join(root, "target");
const programs = [process.env.NAIKKELAS, join(builds, "release", "naikkelas"), join(builds, "debug", "naikkelas")];

/** The size of a small phone, in CSS pixels. */
export const PHONE = { width: 360, height: 740 };

/** Where screenshots go. */
export const pictures = join(root, "target", "e2e");

const first = (paths) => paths.find((path) => path && existsSync(path));

/** The program that is tested, or nothing. */
export const program = () => first(programs);

/** Why no page can be looked at, or nothing. */
export const blind = () => (first(browsers) ? undefined : "no Chromium: run script/bootstrap, or name one in CHROMIUM");

/** Why the platform can't be tested, or nothing. */
export const unserved = () => blind() ?? (program() ? undefined : "no program: build it, or name it in NAIKKELAS");

/** Why no kit can be tested, or nothing. */
export function missing() {
  if (blind()) return blind();
  if (!process.env.NAIKKELAS_KIT && !program()) return "no kit: name its folder in NAIKKELAS_KIT, or build the program first";
  return undefined;
}

/** A kit's folder: the one that was named, or a new one made of the first sample. */
export function kit() {
  if (process.env.NAIKKELAS_KIT) return resolve(process.env.NAIKKELAS_KIT);
  const sample = join(root, "samples", "keripik-tempe");
  const photos = readdirSync(sample).filter((name) => /\.(jpe?g|png|webp)$/i.test(name)).map((name) => join(sample, name));
  const out = mkdtempSync(join(tmpdir(), "naikkelas-e2e-"));
  execFileSync(program(), ["kit", ...photos, "--facts", join(sample, "facts.toml"), "--out", out, "--seed", "7", "--json"], { stdio: ["ignore", "ignore", "inherit"] });
  const [folder] = readdirSync(out).filter((name) => existsSync(join(out, name, "index.html")));
  return join(out, folder);
}

/** Starts the system's Chromium. */
export function launch() {
  mkdirSync(pictures, { recursive: true });
  return chromium.launch({ executablePath: first(browsers), args: ["--no-sandbox", "--disable-gpu", "--disable-quic"] });
}

/**
 * Opens the kit's page on a phone.
 * `troubles` collects whatever a browser complains about and whatever it fetches from elsewhere.
 */
export async function open(browser, folder, options = {}) {
  const context = await browser.newContext({ viewport: PHONE, deviceScaleFactor: 2, hasTouch: true, isMobile: true, ...options });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await context.newPage();
  const troubles = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) troubles.push(`console: ${message.text()} ${message.location().url}`);
  });
  page.on("pageerror", (error) => troubles.push(`script: ${error.message}`));
  page.on("requestfailed", (request) => troubles.push(`not loaded: ${request.url()}`));
  page.on("request", (request) => {
    if (!/^(file|data):/.test(request.url())) troubles.push(`fetched: ${request.url()}`);
  });
  await page.goto(pathToFileURL(join(folder, "index.html")).href);
  return { page, troubles, close: () => context.close() };
}

/** Scrolls through the whole page, so that everything that loads late loads. */
export async function walk(page) {
  await page.evaluate(async () => {
    document.documentElement.style.scrollBehavior = "auto";
    for (let y = 0; y < document.documentElement.scrollHeight; y += 400) {
      scrollTo(0, y);
      await new Promise((done) => setTimeout(done, 40));
    }
    for (const row of document.querySelectorAll(".gallery")) row.scrollLeft = row.scrollWidth;
    await new Promise((done) => setTimeout(done, 200));
    scrollTo(0, 0);
  });
}

/** Opens everything that can be folded out. */
export const unfold = (page) => page.evaluate(() => document.querySelectorAll("details").forEach((part) => (part.open = true)));

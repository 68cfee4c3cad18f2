// The kit's page, as a shop owner opens it: from a file, on a phone, without a network.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { kit, launch, missing, open, pictures, unfold, walk } from "./browser.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const reason = missing();
if (reason) console.log(`SKIPPED: ${reason}`);

describe("the kit's page", { skip: reason }, () => {
  let browser;
  let folder;
  before(async () => {
    folder = kit();
    browser = await launch();
  });
  after(() => browser?.close());

  /** Runs `look` on a fresh page and closes it. */
  const onPage = (look, options) => async () => {
    const view = await open(browser, folder, options);
    try {
      await look(view);
    } finally {
      await view.close();
    }
  };

  test("loads everything from the folder, without a complaint", onPage(async ({ page, troubles }) => {
    await walk(page);
    const broken = await page.$$eval("img", (images) => images.filter((image) => image.complete && image.currentSrc && image.naturalWidth === 0).map((image) => image.src));
    const loaded = await page.$$eval("img", (images) => images.filter((image) => image.naturalWidth > 0).length);
    assert.deepEqual(broken, []);
    assert.ok(loaded > 0);
    assert.deepEqual(troubles, []);
    assert.ok(readFileSync(join(folder, "index.html")).length < 300_000);
  }));

  test("speaks in its own typeface", onPage(async ({ page }) => {
    assert.ok(await page.evaluate(async () => (await document.fonts.load('700 17px "Plus Jakarta Sans"')).length > 0));
  }));

  for (const width of [320, 360, 1280]) {
    test(`never scrolls sideways at ${width} px`, onPage(async ({ page }) => {
      await unfold(page);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
    }, { viewport: { width, height: 740 }, isMobile: false }));
  }

  test("moves nothing while it loads", onPage(async ({ page }) => {
    await page.waitForTimeout(300);
    const shift = await page.evaluate(() => new Promise((done) => {
      let total = 0;
      new PerformanceObserver((list) => list.getEntries().forEach((entry) => (total += entry.value))).observe({ type: "layout-shift", buffered: true });
      setTimeout(() => done(total), 200);
    }));
    assert.ok(shift < 0.02, `layout shift ${shift}`);
  }));

  test("can be hit with a thumb", onPage(async ({ page }) => {
    await unfold(page);
    const small = await page.$$eval("a, button, summary, input", (targets) => targets.filter((target) => target.className !== "skip" && target.getClientRects().length > 0).map((target) => {
      const { width, height } = target.getBoundingClientRect();
      return { what: target.outerHTML.slice(0, 80), width, height };
    }).filter(({ width, height }) => width < 44 || height < 43.9));
    assert.deepEqual(small, []);
  }));

  test("puts each text on the clipboard to the letter", onPage(async ({ page }) => {
    const cards = await page.$$eval(".text", (list) => list.map((card) => card.id));
    for (const id of cards) {
      const chip = page.locator(`[data-channel="${id}"]`);
      if (await chip.count()) await chip.click();
      const button = page.locator(`[data-copy="${id}-isi"]`);
      await button.click();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      assert.equal(copied, await page.locator(`#${id}-isi`).evaluate((words) => words.textContent));
      assert.ok(copied.trim().length > 10, id);
      assert.match(await button.getAttribute("class"), /copied/);
      const file = await page.locator(`#${id} .count a`).getAttribute("href", { timeout: 500 }).catch(() => null);
      if (file && existsSync(join(folder, file))) assert.ok(readFileSync(join(folder, file), "utf8").includes(copied.trim()), `${file} says something else`);
    }
    assert.ok(cards.length > 0, "no texts");
    await unfold(page);
    for (const button of await page.locator(".row [data-copy]").all()) {
      await button.click();
      const said = await page.evaluate(() => navigator.clipboard.readText());
      assert.equal(said, await page.locator(`#${await button.getAttribute("data-copy")}`).evaluate((words) => words.textContent));
    }
    // A screen reader hears that it was copied.
    await page.waitForFunction(() => document.getElementById("said").textContent.length > 0, undefined, { timeout: 2000 });
  }));

  test("copies where the clipboard is closed to pages", onPage(async ({ page }) => {
    await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
    const words = await page.locator(".text.shown .words").first().textContent();
    await page.locator(".text.shown .actions .copy").first().click();
    await page.waitForSelector(".copied");
    await page.evaluate(() => {
      const box = document.createElement("textarea");
      box.id = "paste";
      document.body.append(box);
      box.focus();
    });
    await page.keyboard.press("Control+V");
    assert.equal(await page.locator("#paste").inputValue(), words);
  }));

  test("slides between before and after by key and by touch", onPage(async ({ page, ...view }) => {
    const compare = page.locator("[data-compare]").first();
    if (!(await compare.count())) return console.log("SKIPPED: this kit has no cut-out");
    const at = () => compare.evaluate((element) => parseFloat(element.style.getPropertyValue("--at")));
    const clip = () => compare.locator(".before").evaluate((image) => getComputedStyle(image).clipPath);
    assert.equal(await at(), 50);
    const middle = await clip();
    await compare.locator("input").focus();
    await page.keyboard.press("ArrowRight");
    assert.equal(await at(), 51);
    await page.keyboard.press("Home");
    assert.equal(await at(), 0);
    assert.notEqual(await clip(), middle);
    const box = await compare.boundingBox();
    await page.touchscreen.tap(box.x + box.width * 0.8, box.y + box.height / 2);
    assert.ok(Math.abs((await at()) - 80) < 4, `slid to ${await at()}`);
    assert.deepEqual(view.troubles, []);
  }));

  test("shows every look of a photo", onPage(async ({ page, troubles }) => {
    const photo = page.locator(".photo").first();
    for (const chip of await photo.locator("[data-look]").all()) {
      await chip.click();
      assert.equal(await chip.getAttribute("aria-pressed"), "true");
      assert.equal(await photo.locator("[data-save]").getAttribute("href"), await chip.getAttribute("data-look"));
    }
    await page.waitForTimeout(300);
    const thumbs = page.locator("[data-show]");
    if (await thumbs.count()) {
      await thumbs.last().click();
      assert.equal(await page.locator(".photo.shown").getAttribute("data-photo"), await thumbs.last().getAttribute("data-show"));
    }
    assert.deepEqual(troubles, []);
  }));

  test("tells which fact proves a sentence", onPage(async ({ page }) => {
    const sentence = page.locator(".text.shown .sentence.proved").first();
    await sentence.click({ position: { x: 30, y: 10 } });
    const row = page.locator(".text.shown .proofs li.picked");
    assert.equal((await row.locator("p").first().textContent()), await sentence.textContent());
    assert.ok(await row.locator(".hint").isVisible());
  }));

  test("plays the video that lies beside it", onPage(async ({ page }) => {
    const video = page.locator("video");
    if (!(await video.count())) return console.log("SKIPPED: this kit has no video");
    assert.ok(existsSync(join(folder, decodeURIComponent(await video.locator("source").getAttribute("src")))));
    assert.ok(existsSync(join(folder, decodeURIComponent(await video.getAttribute("poster")))));
    const seconds = await video.evaluate((film) => new Promise((done, failed) => {
      film.addEventListener("loadedmetadata", () => done(film.duration));
      film.querySelector("source").addEventListener("error", () => failed(new Error("the video can't be read")));
      film.preload = "metadata";
      film.load();
    }));
    assert.ok(seconds > 1);
  }));

  test("leads to files that exist", onPage(async ({ page }) => {
    const links = await page.$$eval("a[href]:not([href^='#'])", (list) => list.map((link) => link.getAttribute("href")));
    const lost = links.filter((link) => !existsSync(join(folder, decodeURIComponent(link))));
    assert.deepEqual(lost, []);
    const anchors = await page.$$eval("a[href^='#']", (list) => list.map((link) => link.getAttribute("href")).filter((id) => !document.querySelector(id)));
    assert.deepEqual(anchors, []);
  }));

  for (const colorScheme of ["light", "dark"]) {
    test(`has nothing that shuts people out (${colorScheme})`, onPage(async ({ page }) => {
      const before = `${pictures}/page-${colorScheme}`;
      await walk(page);
      await page.screenshot({ path: `${before}.png` });
      await page.screenshot({ path: `${before}-whole.png`, fullPage: true });
      for (const folded of [true, false]) {
        if (!folded) await unfold(page);
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => globalThis.axe.run());
        assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`), []);
      }
    }, { colorScheme, reducedMotion: "reduce" }));
  }

  test("says everything without JavaScript", onPage(async ({ page, troubles }) => {
    const visible = (query) => page.locator(query).filter({ visible: true }).count();
    assert.ok((await visible(".looks img")) >= 1);
    assert.equal(await visible(".text .words"), await page.locator(".text").count());
    assert.equal(await visible(".js-only"), 0);
    assert.deepEqual(troubles, []);
  }, { javaScriptEnabled: false }));
});

// A certificate: had by its owner on a phone, its code read from the paper by a decoder that is not ours, and checked by anyone.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { launch, pictures, unserved } from "./browser.mjs";
import { decode, enter, journeys, serve, sound, visit } from "./server.mjs";

/** Draws the first page of a PDF as a PNG, by a reader of PDF that is not ours; nothing where the machine has none. */
function drawn(pdf) {
  const folder = mkdtempSync(join(tmpdir(), "naikkelas-pdf-"));
  try {
    writeFileSync(join(folder, "paper.pdf"), pdf);
    execFileSync("pdftoppm", ["-png", "-r", "110", "-singlefile", join(folder, "paper.pdf"), join(folder, "paper")]);
    return readFileSync(join(folder, "paper.png"));
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const reason = unserved();
if (reason) console.log(`SKIPPED: ${reason}`);

describe("a certificate", { skip: reason }, () => {
  let browser;
  let server;
  before(async () => {
    [browser, server] = await Promise.all([launch(), serve("--demo")]);
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  const journey = journeys(() => visit(browser, server));
  const look = (page, name) => page.screenshot({ path: `${pictures}/sertifikat-${name}.png`, fullPage: true });

  /** A shop of the demonstration that stands on a level with a certificate: some stand on none. */
  async function certified(page) {
    for (let number = 101; number <= 108; number += 1) {
      await page.context().clearCookies();
      await enter(page, `081200000${number}`);
      await page.goto("/kelasku");
      const link = page.locator('a[href^="/sertifikat/"]').first();
      if (await link.count()) return link;
    }
    throw new Error("no shop of the demonstration has a certificate");
  }

  test("is had by its owner, and its code leads to the page that says it holds", journey(async ({ page }) => {
    const link = await certified(page);
    await look(page, "kelasku");
    await link.click();
    await page.waitForURL(/\/sertifikat\/[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/);
    await sound(page);
    await look(page, "pemilik");
    const own = new URL(page.url());
    const [paper] = await Promise.all([page.waitForEvent("download"), page.locator('a[href$=".pdf"]').click()]);
    assert.match(paper.suggestedFilename(), /^sertifikat-.*\.pdf$/);
    const pdf = readFileSync(await paper.path());
    assert.ok(pdf.subarray(0, 5).equals(Buffer.from("%PDF-")));
    const picture = drawn(pdf);
    if (!picture) {
      console.log("SKIPPED: no pdftoppm, so that the code on the paper is not read");
      return;
    }
    writeFileSync(join(pictures, "sertifikat-kertas.png"), picture);

    const guest = await visit(browser, server);
    await guest.page.goto("/sertifikat");
    const read = await decode(guest.page, picture);
    assert.equal(read, own.href);
    await guest.page.goto(read);
    assert.match(await guest.page.locator(".putusan h2").textContent(), /Asli dan berlaku/);
    assert.equal(await guest.page.locator('a[href$=".pdf"]').count(), 0, "the paper is its owner's");
    await sound(guest.page);
    await look(guest.page, "umum");
    assert.deepEqual(guest.troubles, []);
    await guest.close();
  }));

  test("is checked by typing its number as people type", journey(async ({ page }) => {
    const link = await certified(page);
    const number = (await link.getAttribute("href")).split("/").pop();
    await page.context().clearCookies();
    await page.goto("/sertifikat");
    await sound(page);
    await look(page, "ketik");
    await page.fill("#isian-nomor", number.toLowerCase().replaceAll("-", " "));
    await page.locator("form .tombol").last().click();
    await page.waitForURL(`**/sertifikat/${number}`);
    assert.match(await page.locator(".putusan h2").textContent(), /Asli dan berlaku/);
  }));

  test("says what is wrong with a number, and forgets nothing that was typed", journey(async ({ page }) => {
    await page.goto("/sertifikat");
    await page.fill("#isian-nomor", "8T5C-Y4TQ-KFFQ");
    // A browser notes every answer that is an error: here the answer is what is wanted.
    const reply = await page.request.get("/sertifikat?nomor=8T5C-Y4TQ-KFFQ");
    assert.equal(reply.status(), 422);
    assert.match(await reply.text(), /value="8T5C-Y4TQ-KFFQ"[\s\S]*huruf atau angka yang keliru/);
    const strange = await page.request.get("/sertifikat/8T5C-Y4TQ-KFFR");
    assert.equal(strange.status(), 404);
    assert.match(await strange.text(), /Nomor ini tidak kami kenal/);
  }));

  test("a manager has the cohort's month", journey(async ({ page }) => {
    await enter(page, "bagus@contoh.naikkelas.id");
    await page.goto("/papan");
    if (!(await page.locator("#isian-bulan").count())) await page.locator('form[action$="/hitung"] .tombol').first().click();
    await page.waitForSelector("#isian-bulan");
    await sound(page);
    await look(page, "papan");
    const [report] = await Promise.all([page.waitForEvent("download"), page.locator('form[action$="/laporan.pdf"] .tombol').click()]);
    assert.match(report.suggestedFilename(), /^laporan-.*-\d{4}-\d{2}\.pdf$/);
    const picture = drawn(readFileSync(await report.path()));
    if (picture) writeFileSync(join(pictures, "laporan-angkatan.png"), picture);
  }));
});

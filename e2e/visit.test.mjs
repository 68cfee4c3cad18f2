// A mentor in the field: the page kept on the phone, a day without a network, and back, with nothing lost or doubled.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch, pictures, unserved } from "./browser.mjs";
import { enter, journeys, photo, serve, sound, visit } from "./server.mjs";

const reason = unserved();
if (reason) console.log(`SKIPPED: ${reason}`);

// Kits of the demonstration are no subject here, and would take the processor.
process.env.NAIKKELAS_WORKER__JOBS = "0";
const MENTOR = "dimas@contoh.naikkelas.id";

/** A day in western Indonesia, counted from today. */
const day = (from = 0) => new Date(Date.now() + 7 * 3_600_000 + from * 86_400_000).toISOString().slice(0, 10);

describe("a mentor in the field", { skip: reason }, () => {
  let browser;
  let server;
  let cookies;
  before(async () => {
    [browser, server] = await Promise.all([launch(), serve("--demo")]);
    const { context, page, close } = await visit(browser, server);
    await enter(page, MENTOR);
    cookies = await context.storageState();
    await close();
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  const journey = journeys(() => visit(browser, server, { storageState: cookies }));
  const look = (page, name) => page.screenshot({ path: `${pictures}/lapangan-${name}.png`, fullPage: true });
  const queue = (page) => page.locator("#antre-rak > li");
  const saved = (page) => page.locator("aside .buku > li");

  /** Opens the page and waits until the phone has it. */
  async function arrive(page) {
    await page.goto("/kunjungan");
    await page.waitForSelector("#siap-luring:not([hidden])");
  }

  /** Writes a visit down: shop, topic, and what else is told. */
  async function note(page, shop, { text, picture, on } = {}) {
    await page.selectOption("#usaha", { index: shop });
    await page.locator('input[name="bahasan"][value="cash-book"]').check({ force: true });
    await page.locator("[data-lanjut]").first().click();
    if (picture) {
      await page.setInputFiles("#foto", photo("keripik-tempe", "1-polos.jpg"));
      await page.waitForSelector("#foto-lihat:not([hidden])");
    }
    if (text || on) await page.locator("#rincian > summary").click();
    if (text) await page.fill("#isian-catatan", text);
    if (on) await page.fill("#tanggal", on);
    await page.locator('#kunjungan .aksi .tombol').click();
  }

  test("reads the week in four lists", journey(async ({ page }) => {
    await page.goto("/senin");
    await sound(page);
    await look(page, "senin");
    assert.equal(await page.locator(".senin-daftar").count(), 4);
    const link = page.locator('a[href^="/kunjungan?usaha="]').first();
    const shop = new URL(await link.getAttribute("href"), server.address).searchParams.get("usaha");
    await link.click();
    await page.waitForURL(/\/kunjungan/);
    assert.equal(await page.inputValue("#usaha"), shop);
    await sound(page);
    await look(page, "kunjungan");
  }));

  test("is offline for a day, and both visits arrive once", journey(async ({ context, page, troubles }) => {
    await arrive(page);
    const before = await saved(page).count();
    await context.setOffline(true);
    await page.reload();
    await page.waitForSelector("#kunjungan");
    await note(page, 1, { text: "Kas sudah diisi", picture: true });
    await page.waitForSelector("#antre:not([hidden])");
    // The page is closed and opened again, the phone is off for a while: both visits are still there.
    await note(page, 2, { text: "Ketemu di pasar", on: day(-1) });
    await page.reload();
    await page.waitForFunction(() => document.querySelectorAll("#antre-rak > li").length === 2);
    assert.equal(await page.locator(".lencana-antre").textContent(), "2");
    assert.match(await queue(page).first().textContent(), /ada foto/);
    await look(page, "luring");
    // A day that has not come is refused on the spot.
    await note(page, 1, { on: day(2) });
    await page.waitForSelector("#keliru-di-sini:not([hidden])");
    assert.equal(await queue(page).count(), 2);
    await context.setOffline(false);
    await page.waitForSelector("#antre[hidden]", { state: "attached" });
    await page.waitForFunction((count) => document.querySelectorAll("aside .buku > li").length === count, before + 2);
    assert.equal(await page.locator(".lencana-antre").count(), 0);
    await page.reload();
    assert.equal(await saved(page).count(), before + 2);
    assert.equal(await page.locator('aside a[href$="/foto"]').count(), 1);
    const picture = await context.request.get(await page.locator('aside a[href$="/foto"]').getAttribute("href"));
    assert.equal(picture.headers()["content-type"], "image/jpeg");
    assert.ok((await picture.body()).length <= 256 * 1024);
    await look(page, "terkirim");
    // What the browser itself says about the network that was cut is no complaint.
    for (let at = troubles.length - 1; at >= 0; at -= 1) if (/ERR_INTERNET_DISCONNECTED/.test(troubles[at])) troubles.splice(at, 1);
  }));

  test("shows two versions side by side, and overwrites nothing", journey(async ({ context, page, troubles }) => {
    await arrive(page);
    const link = saved(page).filter({ hasText: "Ketemu" }).first().locator("[data-kunjungan]");
    const kept = JSON.parse(await link.getAttribute("data-kunjungan"));
    // Another phone of the mentor changes the visit while this one is offline.
    await context.setOffline(true);
    await link.click();
    await page.fill("#isian-catatan", "Tulisan dari HP ini");
    await page.locator('#kunjungan .aksi .tombol').click();
    await page.waitForSelector("#antre:not([hidden])");
    const other = await visit(browser, server, { storageState: cookies });
    await other.page.goto(`/kunjungan?ubah=${kept.id}`);
    await other.page.fill("#isian-catatan", "Tulisan dari HP lain");
    const arrived = other.page.waitForResponse((reply) => reply.request().method() === "POST" && reply.url().endsWith("/kunjungan"));
    await other.page.locator('#kunjungan .aksi .tombol').click();
    assert.equal((await arrived).status(), 200);
    await other.close();
    await context.setOffline(false);
    await page.waitForSelector("#bentrok-rak .bentrok");
    const both = await page.locator("#bentrok-rak .bentrok-dua").textContent();
    assert.match(both, /Tulisan dari HP ini/);
    assert.match(both, /Tulisan dari HP lain/);
    await sound(page);
    await look(page, "bentrok");
    const stands = async () => /<textarea[^>]*>([^<]*)/.exec(await (await context.request.get(`/kunjungan?ubah=${kept.id}`)).text())[1];
    assert.equal(await stands(), "Tulisan dari HP lain");
    await page.locator("#bentrok-rak button", { hasText: "Gabungkan" }).click();
    await page.waitForSelector("#antre[hidden]", { state: "attached" });
    assert.equal(await stands(), "Tulisan dari HP lain\nTulisan dari HP ini");
    for (let at = troubles.length - 1; at >= 0; at -= 1) if (/ERR_INTERNET_DISCONNECTED|409/.test(troubles[at])) troubles.splice(at, 1);
  }));

  test("asks about a second visit of a day, and keeps both", journey(async ({ page, troubles }) => {
    await arrive(page);
    const before = await saved(page).count();
    const arrived = (more) => page.waitForFunction((count) => document.querySelectorAll("aside .buku > li").length === count, before + more);
    await note(page, 1, { text: "Pagi", on: day(-9) });
    await arrived(1);
    await note(page, 1, { text: "Sore", on: day(-9) });
    const card = page.locator("#bentrok-rak .bentrok");
    await card.waitFor();
    assert.match(await card.textContent(), /Sudah ada kunjungan di hari itu/);
    assert.doesNotMatch(await card.textContent(), /di tempat lain/);
    await sound(page);
    await look(page, "sehari");
    await card.locator("button", { hasText: "simpan keduanya" }).click();
    await arrived(2);
    for (let at = troubles.length - 1; at >= 0; at -= 1) if (/409/.test(troubles[at])) troubles.splice(at, 1);
  }));

  test("takes the kept page along when its mentor signs out", journey(async ({ context, page, troubles }) => {
    await arrive(page);
    await page.goto("/akun");
    await page.locator('form[action="/keluar"] button').first().click();
    await page.waitForURL((url) => !url.pathname.startsWith("/akun"));
    await context.setOffline(true);
    await page.goto("/kunjungan").catch(() => undefined);
    assert.equal(await page.locator("#kunjungan").count(), 0);
    await context.setOffline(false);
    troubles.length = 0;
  }));
});

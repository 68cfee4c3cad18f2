// A shop's class on a phone: its owner sends evidence, its mentor accepts it, and the demonstration's shops are seen by those who may.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch, pictures, unserved } from "./browser.mjs";
import { enter, journeys, photo, serve, sound, visit } from "./server.mjs";

const reason = unserved();
if (reason) console.log(`SKIPPED: ${reason}`);

describe("a shop's class", { skip: reason }, () => {
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
  const look = (page, name) => page.screenshot({ path: `${pictures}/kelas-${name}.png`, fullPage: true });

  test("is seen by its owner, who sends a photo", journey(async ({ page }) => {
    await enter(page, "081200000101");
    await page.goto("/kelasku");
    assert.equal(await page.locator(".undak > li").count(), 6);
    assert.equal(await page.locator('.undak [aria-current="step"]').count(), 1);
    await sound(page, "kelasku");
    await look(page, "kelasku");
    await page.goto("/kelasku/bukti");
    await sound(page, "bukti");
    await look(page, "bukti");
    await page.locator('a[href="/kelasku/bukti/photo"]').click();
    await page.setInputFiles("#isian-foto", photo("sambal-bawang", "1-polos.jpg"));
    await page.fill('[name="catatan"]', "yang baru");
    await sound(page, "bukti_kirim");
    await look(page, "bukti-kirim");
    await page.locator(".aksi .tombol").click();
    await page.waitForURL(/\/kelasku$/);
    assert.match(await page.locator(".kabar.ok").first().textContent(), /Terkirim/);
    assert.ok(await page.locator(".bukti-foto img").count());
  }));

  test("is judged by its mentor", journey(async ({ page }) => {
    await enter(page, "dimas@contoh.naikkelas.id");
    await page.goto("/binaan");
    await page.locator(".usaha h2 a", { hasText: "Dapur Lastri" }).click();
    await page.waitForURL(/\/binaan\/[0-9a-f-]{36}$/);
    await sound(page, "lembar");
    await look(page, "lembar");
    await page.locator(".bukti-nilai", { hasText: "yang baru" }).locator('button[value="terima"]').click();
    assert.match(await page.locator(".kabar.ok").textContent(), /Bukti diterima/);
    assert.equal(await page.locator(".bukti-nilai", { hasText: "yang baru" }).count(), 0);
  }));

  test("is confirmed by somebody else", journey(async ({ page }) => {
    await enter(page, "siti@contoh.naikkelas.id");
    await page.goto("/naik-kelas");
    await sound(page, "naik-kelas");
    await look(page, "naik-kelas");
  }));

  test("has a menu whose words never touch", journey(async ({ context, page }) => {
    await enter(page, "bagus@contoh.naikkelas.id");
    for (const value of ["id", "en", "jv"]) {
      await context.addCookies([{ name: "bahasa", value, url: server.address }]);
      await page.goto("/program");
      const gaps = await page.locator(".nav li span").evaluateAll((words) => {
        const boxes = words.map((word) => word.getBoundingClientRect()).filter((box) => box.width > 0);
        return boxes.slice(1).map((box, at) => box.left - boxes[at].right);
      });
      assert.ok(gaps.length >= 4 && Math.min(...gaps) >= 3, `${value}: ${gaps}`);
      await look(page, `menu-${value}`);
    }
  }));
});

// Cek Pesan, comments and one's own data, as people use them on a small phone.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { launch, pictures, unserved } from "./browser.mjs";
import { journeys, photo, serve, sound, visit } from "./server.mjs";

const reason = unserved();
if (reason) console.log(`SKIPPED: ${reason}`);

const SCAM = "Permisi kak, ini kurir. Lihat foto paketnya ya: LIHAT_FOTO_PAKET.apk <img src=x onerror=alert(1)>";
const SPAM = "SLOT GACOR maxwin hari ini daftar di dewa88 link di bio";

describe("checking and one's own data", { skip: reason }, () => {
  let browser;
  let server;
  before(async () => {
    [browser, server] = await Promise.all([launch(), serve()]);
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  const journey = journeys((options) => visit(browser, server, options));
  const picture = (page, name) => page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });

  test("names a scam, marks its reasons and teaches", journey(async ({ page }) => {
    await page.goto("/");
    await page.locator('.nav a[href="/cek"]').click();
    await page.waitForURL(/\/cek$/);
    await sound(page);
    await page.fill("#teks-cek", SCAM);
    await page.locator(".aksi .tombol").click();
    await page.waitForSelector(".putusan.buruk");
    assert.match(await page.locator("#h-putusan").textContent(), /Penipuan/);
    assert.ok((await page.locator("mark.bahaya").count()) > 0);
    assert.equal(await page.locator(".pesan-cek img").count(), 0);
    const shown = await page.locator(".pesan-cek").evaluate((box) => {
      const copy = box.cloneNode(true);
      copy.querySelectorAll("sup").forEach((number) => number.remove());
      return copy.textContent;
    });
    assert.equal(shown.trim(), SCAM);
    const share = new URL(await page.locator(".cek-aksi .tombol").first().getAttribute("href"));
    assert.equal(share.hostname, "wa.me");
    assert.match(share.searchParams.get("text"), /Penipuan/);
    assert.ok(!share.searchParams.get("text").includes("LIHAT_FOTO"));
    await page.locator("#pelajaran summary").click();
    assert.equal(await page.locator("#pelajaran li").first().isVisible(), true);
    await page.locator(".keliru-form summary").click();
    await sound(page);
    await picture(page, "cek-penipuan");
    await page.locator('.keliru-form [value="fine"]').check();
    await page.locator(".keliru-form .tombol").click();
    await page.waitForURL(/\/cek$/);
    assert.match(await page.locator(".kabar.ok").textContent(), /isi pesannya tidak/);
  }));

  test("reads a screenshot", journey(async ({ context, page }) => {
    await page.goto("/cek");
    if (!(await page.locator('[name="gambar"]').count())) return;
    const paper = await context.newPage();
    await paper.setContent('<p style="font:28px sans-serif;color:#000;background:#fff;padding:30px">Selamat! Nomor Anda menang undian 100 juta rupiah. Segera klaim hadiah dan kirim kode OTP Anda sekarang</p>');
    const layar = await paper.screenshot();
    await paper.close();
    await page.setInputFiles('[name="gambar"]', { name: "layar.png", mimeType: "image/png", buffer: layar });
    assert.match(await page.locator("[data-nama-berkas]").textContent(), /layar\.png/);
    await page.locator(".aksi .tombol").click();
    await page.waitForSelector(".putusan");
    assert.match(await page.locator(".pesan-cek").textContent(), /undian/i);
    assert.match(await page.locator("#h-putusan").textContent(), /penipuan/i);
    await sound(page);
  }));

  test("judges without JavaScript", journey(async ({ page }) => {
    await page.goto("/cek");
    await page.fill("#teks-cek", "Besok jadi kumpul di rumah bu RT jam tujuh ya");
    await page.locator(".aksi .tombol").click();
    await page.waitForSelector(".putusan.ok");
    await page.goto("/komentar");
    await page.fill("#teks-komentar", `${SPAM}\nEnak kak`);
    await page.locator(".aksi .tombol").click();
    await page.waitForSelector("#h-sembunyi");
  }, { javaScriptEnabled: false }));

  test("checks what another app shares", journey(async ({ page }) => {
    await page.goto("/");
    const shown = await page.evaluate(async (text) => {
      const form = new FormData();
      form.append("title", "WhatsApp");
      form.append("text", text);
      const reply = await fetch("/terima", { method: "POST", body: form });
      return reply.text();
    }, SCAM);
    assert.match(shown, /id="h-putusan">Penipuan/);
    const manifest = JSON.parse(await (await page.request.get("/manifest.webmanifest")).text());
    assert.equal(manifest.share_target.params.text, "text");
  }));

  test("sorts comments, by hand and from a file, and hands over the list", journey(async ({ page }) => {
    await page.goto("/cek");
    await page.locator('a[href="/komentar"]').click();
    await page.waitForURL(/\/komentar$/);
    await sound(page);
    await page.fill("#teks-komentar", `Enak banget kak\n${SPAM}\npromo hoki ${SPAM}\n`);
    await page.locator(".kata-izin summary").click();
    await page.fill("#kata-izin", "promo hoki");
    await page.locator(".aksi .tombol").click();
    await page.waitForSelector("#h-sembunyi");
    assert.equal(await page.locator(".komentar").count(), 1);
    await page.locator(".komentar-biar summary").click();
    assert.match(await page.locator(".komentar-tetap li").first().textContent(), /promo hoki/);
    await sound(page);
    await picture(page, "komentar");
    const [file] = await Promise.all([page.waitForEvent("download"), page.locator("a[download]").click()]);
    const table = readFileSync(await file.path(), "utf8");
    assert.match(file.suggestedFilename(), /\.csv$/);
    assert.match(table, /"2","","Judi"/);
    await page.goto("/komentar");
    await page.setInputFiles('[name="berkas"]', { name: "ekspor.csv", mimeType: "text/csv", buffer: Buffer.from(`username,comment\nx1,${SPAM}\nbudi,enak\n`) });
    await page.locator(".aksi .tombol").click();
    await page.waitForSelector("#h-sembunyi");
    assert.match(await page.locator(".komentar-kaki").textContent(), /x1/);
  }));

  test("hands over all data and erases it", journey(async ({ context, page, troubles }) => {
    await page.goto("/");
    await page.setInputFiles("#galeri", photo("keripik-tempe", "1-polos.jpg"));
    await page.waitForURL(/\/foto$/);
    await page.waitForSelector('.foto:not(.di-jalan) img[src*="/asal/"]');
    const original = await page.locator(".foto img").first().getAttribute("src");
    await page.goto("/daftar");
    await page.fill('[name="nama"]', "Sri Wahyuni");
    await page.fill('[name="kontak"]', "0812 3456 7899");
    await page.fill('[name="sandi"]', "tempe renyah malang");
    await page.locator('[name="izin"][value="gallery"]').check({ force: true });
    await page.locator("form.kartu > .tombol").click();
    await page.waitForURL(/\/produk$/);
    await page.goto("/akun");
    await page.locator('a[href="/izin"]').first().click();
    await page.waitForURL(/\/izin$/);
    await sound(page);
    await page.locator('#izin-gallery button[value="cabut"]').click();
    await page.waitForSelector("#izin-gallery .jam-cabut");
    assert.match(await page.locator("#izin-gallery .jam-cabut").textContent(), /3 x 24 jam/);
    await page.locator("#izin-gallery summary").click();
    assert.equal(await page.locator("#izin-gallery .riwayat-izin li").count(), 2);
    await picture(page, "izin");
    const [zip] = await Promise.all([page.waitForEvent("download"), page.locator('form[action="/izin/data.zip"] button').click()]);
    assert.equal(readFileSync(await zip.path()).toString("latin1", 0, 2), "PK");

    await page.locator("#hapus summary").click();
    await sound(page);
    await page.fill('#hapus [name="kata"]', "hapus");
    await page.locator("#hapus .tombol").click();
    await page.waitForSelector("#hapus .keliru");
    await page.fill('#hapus [name="kata"]', "HAPUS");
    await page.locator("#hapus .tombol").click();
    await page.waitForURL(/\/izin\/tanda\/HPS-/);
    await sound(page);
    await picture(page, "izin-tanda");
    assert.doesNotMatch(await page.locator("main").textContent(), /Sri|0812/);
    const cookies = (await context.cookies()).map(({ name }) => name);
    assert.ok(!cookies.includes("sesi"));
    assert.equal((await page.request.get(original)).status(), 404);
    const reply = await page.goto("/masuk");
    assert.equal(reply.status(), 200);
    await page.fill('[name="kontak"]', "0812 3456 7899");
    await page.fill('[name="sandi"]', "tempe renyah malang");
    await page.locator("form.kartu > .tombol").click();
    await page.waitForSelector('[role="alert"]');
    // A browser notes every page that says no: the wrong word, and an account that is no more.
    assert.deepEqual(troubles.splice(0).filter((line) => !line.includes("422")), []);
  }));
});

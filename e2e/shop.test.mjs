// A shop's own books and its own street: an order file brought in, a payment code read by a decoder that is not ours.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch, pictures, unserved } from "./browser.mjs";
import { decode, journeys, photo, serve, sound, visit } from "./server.mjs";

const reason = unserved();
if (reason) console.log(`SKIPPED: ${reason}`);

/** Made for this project; the merchant does not exist. */
const QRIS = "00020101021126660016ID.CO.CONTOH.WWW0118936000000000000001021300000000000010303UMI51440014ID.CO.QRIS.WWW0215ID10200000000010303UMI5204581253033605802ID5914KERIPIK BU SRI6009SURAKARTA61055711162070703A016304CFA3";

/** Today in western Indonesia, or some days before. */
const day = (before = 0) => new Date(Date.now() + 7 * 3_600_000 - before * 86_400_000).toISOString().slice(0, 10);

const ORDERS = `No. Pesanan,Status Pesanan,Waktu Pesanan Dibuat,Nama Produk,Nomor Referensi SKU,Nama Variasi,Jumlah,Total Harga Produk
2411A1,Selesai,${day()} 00:01,Keripik Tempe,KT,Balado,2,Rp36.000
2411A2,Selesai,${day()} 00:02,Keripik Tempe,KT,Original,1,18000.00
2411A3,Batal,${day()} 00:03,Keripik Tempe,KT,Original,1,18000.00
2411A4,Selesai,${day(-40)} 00:04,Keripik Tempe,KT,Original,1,18000.00
`;

/** EMVCo's check sum, written anew so that it proves ours. */
function checksum(text) {
  let sum = 0xffff;
  for (const byte of Buffer.from(text, "utf8")) {
    sum ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum & 0x8000 ? (sum << 1) ^ 0x1021 : sum << 1) & 0xffff;
  }
  return sum.toString(16).toUpperCase().padStart(4, "0");
}

describe("a shop of one's own", { skip: reason }, () => {
  let browser;
  let server;
  let cookies;
  before(async () => {
    [browser, server] = await Promise.all([launch(), serve()]);
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  const journey = journeys(() => visit(browser, server, cookies ? { storageState: cookies } : {}));
  const look = (page, name) => page.screenshot({ path: `${pictures}/toko-${name}.png`, fullPage: true });

  test("lets its owner in, with a product", journey(async ({ context, page }) => {
    await page.goto(new URL(server.invite("Bu Sri Wahyuni", "081234567890")).pathname);
    await page.locator(".tombol").first().click();
    await page.waitForURL((url) => !url.pathname.startsWith("/kartu/"));
    await page.goto("/");
    await page.setInputFiles("#galeri", photo("keripik-tempe", "1-polos.jpg"));
    await page.waitForURL(/\/foto$/);
    await page.waitForSelector('.foto:not(.di-jalan) img[src*="/asal/"]');
    const product = new URL(page.url()).pathname.replace(/\/foto$/, "");
    for (const [card, name, value] of [["nama", "product.name", "Keripik Tempe"], ["harga", "product.price", "18rb"]]) {
      await page.goto(`${product}/fakta/${card}`);
      await page.fill(`[name="${name}"]`, value);
      await page.locator(".aksi .tombol:not(.tiga)").click();
      await page.waitForURL((url) => !url.pathname.endsWith(`/${card}`));
    }
    cookies = await context.storageState();
  }));

  test("notes a sale in two taps", journey(async ({ page }) => {
    await page.goto("/jualan");
    await sound(page);
    await page.locator(".petak", { hasText: "Keripik Tempe" }).click();
    await page.locator(".catat .aksi .tombol").click();
    await page.waitForSelector(".kabar.ok");
    assert.match(await page.locator(".kepala-jualan p").textContent(), /Rp18\.000 dari 1/);
    await page.locator(".buku .bulat").first().click();
    await page.waitForSelector(".kabar.ok");
    assert.match(await page.locator(".kepala-jualan p").textContent(), /Rp0/);
  }));

  test("brings in a marketplace's order file once", journey(async ({ page }) => {
    for (const wanted of ["Simpan 2 penjualan", "Kembali ke Jualan"]) {
      await page.goto("/jualan/impor");
      await page.setInputFiles("#berkas", { name: "Order.all.csv", mimeType: "text/csv", buffer: Buffer.from(ORDERS) });
      await page.locator(".aksi .tombol").click();
      await page.waitForURL(/\/jualan\/impor\/[0-9a-f-]+$/);
      await sound(page);
      assert.match(await page.locator(".aksi").textContent(), new RegExp(wanted));
      if (wanted.startsWith("Simpan")) {
        assert.match(await page.locator("#isi").textContent(), /1 dibatalkan[\s\S]*1 baris belum terbaca/);
        await look(page, "impor");
      }
      await page.locator(".aksi .tombol").click();
      await page.waitForURL(/\/jualan$/);
    }
    assert.match(await page.locator(".kepala-jualan p").textContent(), /Rp54\.000 dari 2/);
    await sound(page);
    await look(page, "jualan");
    await page.goto("/jualan/kas");
    await sound(page);
    await look(page, "kas");
  }));

  test("opens, and its payment code says the amount", journey(async ({ context, page }) => {
    await page.goto("/toko-saya");
    await page.fill('[name="alamat"]', "keripik-bu-sri");
    await page.fill('[name="wa"]', "0812-3456-7890");
    await page.fill('[name="qris"]', QRIS);
    await sound(page);
    await look(page, "saya");
    await page.locator('form[action="/toko-saya"] .aksi .tombol').click();
    await page.waitForSelector(".alamat-panjang");
    await sound(page);

    const guest = await visit(browser, server);
    await guest.page.goto("/toko/keripik-bu-sri");
    await sound(guest.page);
    await look(guest.page, "umum");
    await guest.page.locator(".barang").first().click();
    await guest.page.waitForURL(/keripik-tempe$/);
    await guest.page.fill("#jumlah", "3");
    await guest.page.locator(".hitung .chip").click();
    await guest.page.waitForURL(/jumlah=3/);
    await sound(guest.page);
    const code = guest.page.locator(".qr-bingkai img");
    await code.scrollIntoViewIfNeeded();
    await guest.page.waitForFunction(() => document.querySelector(".qr-bingkai img").naturalWidth > 0);
    await look(guest.page, "barang");
    // What a camera would see: the pixels of the screen, handed to a decoder that is not ours.
    const shot = await code.screenshot();
    const read = await decode(guest.page, shot);
    assert.ok(read, "the decoder reads nothing");
    assert.ok(read.startsWith("000201010212"), read);
    assert.ok(read.includes("5303360540554000"), read);
    assert.ok(read.includes("ID1020000000001") && read.includes("KERIPIK BU SRI"), read);
    assert.equal(read.slice(-4), checksum(read.slice(0, -4)));
    const order = new URL(await guest.page.locator(".aksi .tombol").getAttribute("href"));
    assert.equal(order.host + order.pathname, "wa.me/6281234567890");
    assert.match(order.searchParams.get("text"), /3 Keripik Tempe \(Rp54\.000\)/);
    assert.doesNotMatch(await guest.page.locator("#isi").textContent(), /lunas/i);
    const told = JSON.parse(await guest.page.locator('script[type="application/ld+json"]').textContent());
    assert.equal(told.offers.price, "18000");
    assert.deepEqual(guest.troubles, []);

    await page.locator(".tarik summary").click();
    await page.locator(".tarik .tombol").click();
    await page.waitForSelector(".kabar.ok");
    assert.equal((await context.request.get("/toko/keripik-bu-sri")).status(), 410);
    await guest.close();
  }));
});

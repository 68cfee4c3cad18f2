// Makes a picture of every screen, for eyes: `script/screens`.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { launch, PHONE, root, unserved } from "./browser.mjs";
import { enter, photo, serve, visit } from "./server.mjs";

const OWNER = "081200000101";
const MENTOR = "dimas@contoh.naikkelas.id";
const MANAGER = "bagus@contoh.naikkelas.id";
const ADMIN = "ratna@contoh.naikkelas.id";
const messages = {
  penipuan: "Selamat! Nomor Anda terpilih dapat bansos Rp1.250.000. Klaim sebelum jam 5 di bansos-kemensos.my.id dan masukkan kode OTP Anda.",
  judi: "SLOT GACOR maxwin hari ini daftar di dewa88 link di bio",
  biasa: "Besok jadi kumpul jam tujuh ya bu",
};
const sizes = { hp: { viewport: PHONE, isMobile: true, hasTouch: true, deviceScaleFactor: 2 }, meja: { viewport: { width: 1280, height: 800 }, isMobile: false, hasTouch: false, deviceScaleFactor: 1 } };
const out = join(root, "target", "screens");
const wanted = process.argv.slice(2);

const reason = unserved();
if (reason) {
  console.error(`screens: ${reason}`);
  process.exit(1);
}
mkdirSync(out, { recursive: true });
const [browser, server] = await Promise.all([launch(), serve("--demo")]);
try {
  await everything();
} finally {
  await browser.close();
  await server.stop();
}

/** Signs in, and hands over the cookies of it, with the first product where there is one. */
async function signed(who) {
  const { context, page, close } = await visit(browser, server);
  await enter(page, who);
  await page.goto("/produk");
  const product = await page.locator(".produk h2 a").first().getAttribute("href", { timeout: 1000 }).catch(() => undefined);
  const cookies = await context.storageState();
  await close();
  return { cookies, product: product?.replace(/\/kit$/, "") };
}

/** A guest who has just begun: cookies, and the address of the product. */
async function begin() {
  const { context, page, close } = await visit(browser, server);
  await page.goto("/");
  await page.setInputFiles("#galeri", [photo("kopi-bubuk", "1-polos.jpg"), photo("kopi-bubuk", "3-lantai.jpg")]);
  await page.waitForURL(/\/foto$/);
  await page.waitForSelector('.foto:not(.di-jalan) img[src*="/asal/"]');
  const cookies = await context.storageState();
  const product = new URL(page.url()).pathname.replace(/\/foto$/, "");
  await close();
  return { cookies, product };
}

async function everything() {
  const owner = await signed(OWNER);
  const [mentor, admin, guest] = [await signed(MENTOR), await signed(ADMIN), await begin()];
  const manager = await signed(MANAGER);
  const city = await visit(browser, server, { storageState: manager.cookies });
  await city.page.goto("/papan");
  const cohort = new URL(city.page.url()).pathname.split("/").pop();
  await city.close();
  const card = new URL(server.invite("Bu Lastri Handayani", "081234567899")).pathname;
  const { product } = owner;
  const photos = await visit(browser, server, { storageState: owner.cookies });
  await photos.page.goto(`${product}/kit`);
  await photos.page.waitForSelector('#kit[data-jalan="tidak"]', { timeout: 600_000 });
  const mend = await photos.page.locator('a[href*="/rapikan/"]').first().getAttribute("href");
  await photos.close();

  const fold = (page) => page.evaluate(() => document.querySelectorAll("details").forEach((part) => (part.open = true)));
  const screens = [
    ["mulai", "/"],
    ["masuk", "/masuk"],
    ["daftar", "/daftar"],
    ["luring", "/luring"],
    ["gaya", "/gaya"],
    ["api", "/api"],
    ["galat", "/tidak-ada"],
    ["kartu", card],
    ["produk-kosong", "/produk"],
    ["mulai-draf", "/", guest],
    ["foto", `${guest.product}/foto`, guest],
    ...["nama", "harga", "isi", "bahan", "pakai", "izin", "toko"].map((name) => [`fakta-${name}`, `${product}/fakta/${name}`, owner]),
    ["fakta-kosong", `${guest.product}/fakta/nama`, guest],
    ["produk", "/produk", owner],
    ["kit", `${product}/kit`, owner],
    ["kit-terbuka", `${product}/kit`, owner, fold],
    ["rapikan", mend, owner, (page) => page.waitForTimeout(1500)],
    ["teks", `${product}/teks/instagram`, owner],
    ["teks-merah", `${product}/teks/instagram`, owner, async (page) => {
      await page.fill("#isi-teks", "Keripik tempe terbaik se-Indonesia, dijamin menyembuhkan maag!");
      await page.waitForSelector("#jaga .kabar.bad");
    }],
    ["periksa", `${product}/periksa`, owner],
    ["periksa-terbuka", `${product}/periksa`, owner, fold],
    ["bagikan", `${product}/bagikan`, owner],
    ["cek", "/cek"],
    ...Object.entries(messages).map(([name, text]) => [`cek-${name}`, "/cek", undefined, async (page) => {
      await page.fill("#teks-cek", text);
      await page.locator(".aksi .tombol").click();
      await page.waitForSelector(".putusan");
    }]),
    ["komentar", "/komentar"],
    ["komentar-hasil", "/komentar", undefined, async (page) => {
      await page.fill("#teks-komentar", ["Enak banget kak!", messages.judi, "Harganya berapa?", "dasar goblok lu, jualan kok nipu"].join("\n"));
      await page.locator(".aksi .tombol").click();
      await page.waitForSelector("#h-sembunyi");
    }],
    ["izin", "/izin", owner],
    ["izin-terbuka", "/izin", owner, fold],
    ["akun", "/akun", owner],
    ["binaan", "/binaan", mentor],
    ["senin", "/senin", mentor],
    ["kunjungan", "/kunjungan", mentor],
    ["jejaring", "/jejaring", owner],
    ["ikut", "/ikut", owner],
    ["undian", `/undian/${cohort}`],
    ["program", "/program", manager],
    ["kelompok", `/kelompok/${cohort}`, manager],
    ["kelompok-ubah", `/kelompok/${cohort}/ubah`, manager],
    ["rencana", `/kelompok/${cohort}/rencana`, manager, fold],
    ["pasangan", `/kelompok/${cohort}/pasangan`, manager],
    ["peserta", `/kelompok/${cohort}/impor`, manager],
    ["papan", `/papan/${cohort}`, manager],
    ["papan-terbuka", `/papan/${cohort}`, manager, fold],
    ["admin-pekerjaan", "/admin/pekerjaan", admin],
    ["admin-orang", "/admin/orang", admin],
    ["admin-jejak", "/admin/jejak", admin],
  ].filter(([name]) => !wanted.length || wanted.some((begin) => name.startsWith(begin)));

  for (const [size, options] of Object.entries(sizes)) {
    for (const colorScheme of ["light", "dark"]) {
      for (const [name, address, who, ready] of screens) {
        const { page, close } = await visit(browser, server, { ...options, colorScheme, storageState: who?.cookies });
        await page.goto(address);
        // Pictures that load late, before the camera comes by.
        await page.evaluate(() => document.querySelectorAll("img").forEach((image) => (image.loading = "eager")));
        await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode().catch(() => undefined))));
        if (ready) await ready(page);
        const file = join(out, `${name}-${size}-${colorScheme === "dark" ? "gelap" : "terang"}`);
        await page.screenshot({ path: `${file}.png` });
        await page.screenshot({ path: `${file}-penuh.png`, fullPage: true });
        await close();
      }
      console.log(`${screens.length} screens: ${size}, ${colorScheme}`);
    }
  }
}

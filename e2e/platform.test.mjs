// The platform as a shop owner uses it: on a small phone, from a photo to a downloaded kit, on good days and bad ones.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { launch, pictures, unserved } from "./browser.mjs";
import { journeys, photo, serve, sound, visit } from "./server.mjs";

const reason = unserved();
if (reason) console.log(`SKIPPED: ${reason}`);

/** A whole kit, on a slow machine. */
const MAKING = 240_000;

describe("the platform", { skip: reason }, () => {
  let browser;
  let server;
  /** The one kit that all journeys share: where it is, and the cookies of its owner. */
  const kit = {};
  before(async () => {
    [browser, server] = await Promise.all([launch(), serve()]);
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  const journey = journeys((options) => visit(browser, server, typeof options === "function" ? options() : options));
  const owner = () => {
    assert.ok(kit.cookies, "the first journey made no kit");
    return { storageState: kit.cookies };
  };
  /** Presses the main action of a page, and waits for the page that it leads to. */
  const go = async (page, where) => {
    await page.locator(".aksi .tombol").first().click();
    await page.waitForURL(where);
  };
  const made = (page) => page.waitForSelector('#kit[data-jalan="tidak"]', { timeout: MAKING });
  const saved = async (page, link) => {
    const [file] = await Promise.all([page.waitForEvent("download"), page.locator(link).click()]);
    return readFileSync(await file.path());
  };

  test("leads a guest from a photo to a kit", journey(async ({ context, page }) => {
    await page.goto("/");
    assert.equal(await page.locator("html").getAttribute("lang"), "id");
    await sound(page);
    await page.setInputFiles("#galeri", photo("keripik-tempe", "1-polos.jpg"));
    await page.waitForURL(/\/produk\/[0-9a-f-]+\/foto$/);
    await page.waitForSelector('.foto:not(.di-jalan) img[src*="/asal/"]');
    kit.address = new URL(page.url()).pathname.replace(/\/foto$/, "");
    await sound(page);
    await go(page, /fakta\/nama$/);

    // One card after the other; what is not known yet is skipped, and what was told stays told.
    const told = { nama: { "product.name": "Keripik Tempe Daun Jeruk" }, harga: { "product.price": "18rb" }, isi: { "product.net_weight": "200 gr" }, bahan: { "product.ingredients": "tempe kedelai, tepung beras, daun jeruk, garam" }, pakai: {}, izin: {}, toko: { "shop.name": "Dapur Lastri", "shop.city": "Malang" } };
    for (const [card, fields] of Object.entries(told)) {
      await page.waitForURL(new RegExp(`fakta/${card}$`));
      await sound(page);
      for (const [name, value] of Object.entries(fields)) await page.fill(`[name="${name}"]`, value);
      if (card === "nama") await page.locator('[name="product.category"][value="snack"]').check();
      if (card === "bahan") {
        await page.goto(`${kit.address}/fakta/harga`);
        assert.equal(await page.inputValue('[name="product.price"]'), "18.000");
        await page.goto(`${kit.address}/fakta/bahan`);
        assert.equal(await page.inputValue('[name="product.ingredients"]'), fields["product.ingredients"]);
      }
      await page.locator(Object.keys(fields).length ? ".aksi .tombol:not(.tiga)" : ".aksi .tombol.tiga").click();
    }
    await page.waitForURL(/\/kit$/);
    await sound(page);
    // Photos are there to be looked at while the rest is still in the making, without the page being loaded anew.
    await page.evaluate(() => (globalThis.stayed = true));
    await page.waitForSelector("#bagian-foto .foto-jadi", { timeout: MAKING });
    assert.equal(await page.locator("#kit").getAttribute("data-jalan"), "ya");
    assert.ok(await page.evaluate(() => globalThis.stayed));
    await made(page);
    kit.cookies = await context.storageState();
    await page.screenshot({ path: `${pictures}/platform-kit.png`, fullPage: true });
  }));

  test("shows the kit, what each shop asks of it, and hands it out", journey(async ({ page }) => {
    await page.goto(`${kit.address}/kit`);
    await page.evaluate(() => document.querySelectorAll("img").forEach((image) => (image.loading = "eager")));
    await page.waitForFunction(() => [...document.images].every((image) => image.complete));
    assert.deepEqual(await page.$$eval("img", (images) => images.filter((image) => image.currentSrc && !image.naturalWidth).map((image) => image.src)), []);
    assert.match(await page.locator("#bagian-teks").textContent(), /Keripik Tempe Daun Jeruk/);
    assert.match(await page.locator("#bagian-teks").textContent(), /Rp18\.000/);
    const line = page.locator("[data-banding]").first();
    await line.locator("input").focus();
    await page.keyboard.press("ArrowRight");
    assert.equal(await line.evaluate((box) => box.style.getPropertyValue("--di")), "51%");
    await sound(page);

    await go(page, /\/periksa$/);
    assert.ok((await page.locator(".pasar").count()) >= 4);
    await sound(page);
    await page.locator('.aksi a[href$="/bagikan"]').click();
    await page.waitForURL(/\/bagikan$/);
    await sound(page);
    const sheet = await saved(page, 'a[href$="shopee.xlsx"]');
    assert.equal(sheet.toString("latin1", 0, 2), "PK");
    assert.ok(sheet.includes("xl/worksheets/"));
    const whole = await saved(page, 'a[href$="kit.zip"]');
    assert.equal(whole.toString("latin1", 0, 2), "PK");
    for (const name of ["shopee.xlsx", "white.jpg"]) assert.ok(whole.includes(name), `${name} is not in the ZIP`);
    const first = page.locator(".salinan details").first();
    await first.locator("summary").click();
    await first.locator("[data-salin]").click();
    await page.waitForSelector(".salin.sudah");
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), (await first.locator(".kata").textContent()).trim());
  }, owner));

  test("speaks three languages, and remembers the one that was chosen", journey(async ({ context, page }) => {
    await page.goto("/daftar");
    const headings = new Set();
    for (const lang of ["jv", "en", "id"]) {
      await page.locator(`.bahasa:visible [name="lang"][value="${lang}"]`).first().click();
      await page.waitForSelector(`html[lang="${lang}"]`);
      assert.equal(new URL(page.url()).pathname, "/daftar", "the page that was open comes back");
      headings.add(await page.locator("h1").textContent());
      await sound(page);
    }
    assert.equal(headings.size, 3);
    await page.locator('.bahasa:visible [value="jv"]').first().click();
    await page.waitForSelector('html[lang="jv"]');
    const later = await context.newPage();
    await later.goto("/");
    assert.equal(await later.locator("html").getAttribute("lang"), "jv");
  }));

  test("lets in whoever holds a card, once", journey(async ({ context, page, troubles }) => {
    const card = new URL(server.invite("Bu Lastri", "081234567801")).pathname;
    await page.goto(card);
    assert.match(await page.locator("h1").textContent(), /Bu Lastri/);
    await sound(page);
    await page.locator("form.kartu .tombol:not(.tiga)").click();
    await page.waitForURL(/\/produk$/);
    assert.equal(await page.locator('.nav a[href="/akun"]').count() > 0, true);
    await sound(page);
    await page.goto("/akun");
    assert.match(await page.locator("main").textContent(), /Bu Lastri/);
    await sound(page);
    await context.clearCookies();
    const again = await page.goto(card);
    assert.equal(again.status(), 410);
    assert.equal(await page.locator("form.kartu").count(), 0);
    await sound(page);
    // A browser notes every page that says no.
    assert.equal(troubles.splice(0).filter((line) => !line.includes("410")).length, 0);
  }));

  test("keeps a guest's kit for the account that is made afterwards", journey(async ({ context, page }) => {
    await page.goto("/daftar");
    await page.fill('[name="nama"]', "Sri Wahyuni");
    await page.fill('[name="kontak"]', "0812 3456 7802");
    await page.fill('[name="sandi"]', "tempe renyah malang");
    await page.locator("form.kartu > .tombol").click();
    await page.waitForURL(/\/produk$/);
    assert.equal(await page.locator(`.produk a[href="${kit.address}/kit"]`).count() > 0, true);
    kit.cookies = await context.storageState();
    await sound(page);
  }, owner));

  test("lets in with a passkey of the phone, until it is taken away", journey(async ({ context, page }) => {
    const hand = await context.newCDPSession(page);
    await hand.send("WebAuthn.enable");
    const options = { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true };
    const { authenticatorId } = await hand.send("WebAuthn.addVirtualAuthenticator", { options });
    const keys = async () => (await hand.send("WebAuthn.getCredentials", { authenticatorId })).credentials;
    await page.goto("/daftar");
    await page.fill('[name="nama"]', "Mbah Karto");
    await page.fill('[name="kontak"]', "0812 3456 7803");
    await page.fill('[name="sandi"]', "gerabah merah pagelaran");
    await page.locator("form.kartu > .tombol").click();
    await page.waitForURL(/\/produk$/);

    await page.goto("/akun");
    const box = page.locator('[data-kunci="akun"]');
    assert.ok(await box.locator("[data-kunci-tidak]").isHidden());
    await box.locator("[data-kunci-tombol]").click();
    await box.locator("details").first().waitFor();
    const [key] = await keys();
    assert.equal(key.rpId, "localhost");
    assert.ok(key.isResidentCredential);
    assert.match(await box.locator("summary b").textContent(), /Chrome/);
    await box.locator("summary").first().click();
    await box.locator('[name="nama_kunci"]').fill("HP di dapur");
    await sound(page);
    await box.locator('[name="nama_kunci"]').press("Enter");
    await page.waitForFunction(() => document.querySelector("[data-kunci] summary b")?.textContent === "HP di dapur");

    await page.locator('form[action="/keluar"] button').click();
    await page.waitForURL((url) => url.pathname === "/");
    // The key stands among the suggestions too, and this phone takes the first that is offered: the button is meant here.
    await page.addInitScript(() => (PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false)));
    await page.goto("/masuk");
    await page.locator("[data-kunci-tombol]").waitFor();
    await sound(page);
    await page.locator("[data-kunci-tombol]").click();
    await page.waitForURL(/\/produk$/);
    assert.equal((await keys())[0].signCount > key.signCount, true);

    await page.goto("/akun");
    assert.match(await page.locator("main h1").textContent(), /Mbah Karto/);
    await box.locator("summary").first().click();
    await box.locator(".lepas summary").click();
    await sound(page);
    await box.locator(".lepas button").click();
    await page.waitForFunction(() => !document.querySelector("[data-kunci] details"));
    kit.keyless = await context.storageState();
  }));

  test("says without JavaScript that a browser can't hold a passkey", journey(async ({ page }) => {
    await page.goto("/akun");
    assert.ok(await page.locator("[data-kunci-tidak]").isVisible());
    assert.ok(await page.locator("[data-kunci-tombol]").isHidden());
    await page.goto("/masuk");
    assert.equal(await page.locator("[data-kunci]").filter({ visible: true }).count(), 0);
  }, () => ({ storageState: kit.keyless, javaScriptEnabled: false })));

  test("mends a cut-out by touch, as a new version", journey(async ({ context, page }) => {
    await page.goto(`${kit.address}/kit`);
    await page.locator('a[href*="/rapikan/"]').first().click();
    await page.waitForURL(/\/rapikan\//);
    const canvas = page.locator("#kanvas");
    const painted = () => canvas.evaluate((board) => board.toDataURL());
    // Drawn on, it packs less well than an empty board.
    await page.waitForFunction(() => document.getElementById("kanvas").toDataURL().length > 20_000);
    await sound(page);
    const before = await painted();

    // A finger takes away a stripe of the packet.
    const hand = await context.newCDPSession(page);
    const box = await canvas.boundingBox();
    const stroke = async () => {
      const answer = page.waitForResponse((reply) => reply.url().endsWith("/coba"));
      const touch = (type, share) => hand.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x: box.x + box.width * share, y: box.y + box.height * 0.4 }] });
      await touch("touchStart", 0.4);
      for (let share = 0.42; share < 0.6; share += 0.02) await touch("touchMove", share);
      await touch("touchEnd");
      const reply = await answer;
      assert.equal(reply.status(), 200);
      assert.equal(reply.headers()["content-type"], "image/png");
    };
    await page.locator('[data-kuas="remove"]').click();
    await stroke();
    await page.waitForFunction(() => !document.getElementById("simpan").disabled);
    const words = JSON.parse(await page.locator("#kata-rapikan").textContent());
    const answered = (list) => page.waitForFunction((said) => said.includes(document.getElementById("rapikan-kata").textContent), list);
    await answered([words.yakin, words.ragu]);
    const mended = await painted();
    assert.notEqual(mended, before, "the cut that was answered is not shown");
    await Promise.all([page.waitForResponse((reply) => reply.url().endsWith("/coba")), page.locator("#batalkan").click()]);
    await answered([words.mulai]);
    assert.ok(await page.locator("#batalkan").isDisabled());
    await stroke();
    await answered([words.yakin, words.ragu]);
    await page.locator("#simpan").click();
    await page.waitForURL(/\/kit$/);
    await made(page);
    assert.equal(await page.locator("#riwayat li").count(), 2);
    // The first version is as it was; the second has another picture.
    const [old, fresh] = await page.evaluate(async (address) => {
      const digest = async (path) => {
        const reply = await fetch(`${address}/v/${path}`);
        return reply.ok ? Array.from(new Uint8Array(await crypto.subtle.digest("SHA-256", await reply.arrayBuffer()))).join() : reply.status;
      };
      const [, path] = /\/v\/2\/(.*white\.jpg)/.exec(document.querySelector("#bagian-foto img").src);
      return [await digest(`1/${path}`), await digest(`2/${path}`)];
    }, kit.address);
    assert.equal(typeof old, "string");
    assert.equal(typeof fresh, "string");
    assert.notEqual(old, fresh);
    await sound(page);
    await page.goto(`${kit.address}/kit?versi=1`);
    assert.ok(await page.locator("#bagian-lama").isVisible());
    await sound(page);
  }, owner));

  test("says which sentence nothing proves, as one types", journey(async ({ page }) => {
    await page.goto(`${kit.address}/teks/instagram`);
    await sound(page);
    await page.fill("#isi-teks", "Keripik tempe terbaik se-Indonesia, dijamin menyembuhkan maag!");
    await page.waitForSelector("#jaga .kabar.bad");
    await sound(page);
  }, owner));

  test("sends a photo once, though the network is lost on the way", journey(async ({ context, page, troubles }) => {
    let pieces = 0;
    let lost;
    await context.route("**/api/v1/uploads/*", async (route) => {
      if (route.request().method() !== "PATCH") return route.continue();
      pieces += 1;
      if (pieces !== 2) return route.continue();
      lost = context.setOffline(true);
      await lost;
      return route.abort("internetdisconnected");
    });
    await page.goto("/");
    await page.setInputFiles("#galeri", photo("keripik-tempe", "3-dapur.jpg"));
    await page.waitForURL(/\/foto$/);
    await page.waitForSelector(".foto.di-jalan");
    const waits = JSON.parse(await page.locator("#kata-foto").textContent()).menunggu;
    await page.waitForFunction((said) => document.querySelector(".di-jalan .saran:last-of-type")?.textContent.includes(said), waits);
    assert.ok(lost, "the network was never lost");
    await sound(page);
    await context.setOffline(false);
    await page.waitForSelector('.foto:not(.di-jalan) img[src*="/asal/"]');
    await page.reload();
    assert.equal(await page.locator(".foto").count(), 1);
    assert.ok(await page.locator(".foto img").evaluate((image) => image.decode().then(() => image.naturalWidth > 0)));
    assert.deepEqual(troubles.splice(0).filter((line) => !line.includes("ERR_INTERNET_DISCONNECTED")), []);
  }));

  test("goes all the way without JavaScript", journey(async ({ page }) => {
    await page.goto("/");
    assert.equal(await page.locator(".js-saja").filter({ visible: true }).count(), 0);
    await page.setInputFiles("#berkas", photo("keripik-tempe", "1-polos.jpg"));
    await page.locator(".tanpa-js .tombol").click();
    await page.waitForURL(/\/foto$/);
    assert.equal(await page.locator(".foto").count(), 1);
    await go(page, /fakta\/nama$/);
    await page.fill('[name="product.name"]', "Keripik Tempe");
    await page.locator(".aksi .tombol:not(.tiga)").click();
    for (const card of ["harga", "isi", "bahan", "pakai", "izin", "toko"]) {
      await page.waitForURL(new RegExp(`fakta/${card}$`));
      await page.locator(".aksi .tombol.tiga").click();
    }
    await page.waitForURL(/\/kit$/);
    // It would be made now, as the first was; one kit is enough for a test.
    await page.locator('form[action$="/kit/batal"] button').click();
    await page.waitForSelector('.maju.gagal form[action$="/kit"]');
  }, { javaScriptEnabled: false }));

  test("shows a made kit without JavaScript", journey(async ({ page }) => {
    await page.goto(`${kit.address}/kit`);
    assert.ok((await page.locator("#bagian-foto img").filter({ visible: true }).count()) >= 2);
    const texts = page.locator("#bagian-teks .kata");
    assert.ok((await texts.count()) >= 4);
    assert.equal(await texts.filter({ visible: true }).count(), await texts.count());
    await go(page, /\/periksa$/);
    await page.locator('.aksi a[href$="/bagikan"]').click();
    await page.waitForURL(/\/bagikan$/);
    const sheet = await saved(page, 'a[href$="shopee.xlsx"]');
    assert.equal(sheet.toString("latin1", 0, 2), "PK");
  }, () => ({ ...owner(), javaScriptEnabled: false })));

  for (const address of ["/masuk", "/luring", "/gaya", "/api", "/produk"]) {
    test(`shuts nobody out of ${address}`, journey(async ({ page }) => {
      await page.goto(address);
      await sound(page);
    }));
  }
});

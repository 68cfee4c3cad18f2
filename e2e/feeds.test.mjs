// What search engines read of a shop, against schemas and validators that are not ours.
//
// There is a schema of sitemaps (the npm package `sitemap` carries it, libxml2 in `xmllint-wasm` applies it) and a
// validator of schema.org data by Google's rules (`@adobe/structured-data-validator`). Of Google's and Meta's product
// feeds the registries hold neither schema nor validator: those are checked by tests of our own against the
// published lists of fields, and here that libxml2 finds the XML sound.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { launch, root, unserved } from "./browser.mjs";
import { journeys, photo, serve, visit } from "./server.mjs";

const file = join(root, "node_modules", "sitemap", "schema", "sitemap.xsd");
const tools = existsSync(file)
  ? await Promise.all([import("xmllint-wasm"), import("@adobe/structured-data-validator")]).catch(() => undefined)
  : undefined;
const reason = unserved() || (tools ? false : "no validators; npm ci brings them");
if (reason) console.log(`SKIPPED: ${reason}`);

/** The image extension is strict in that schema and its own schema in no registry: the two elements that we use. */
const IMAGE = `<?xml version="1.0"?><xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.google.com/schemas/sitemap-image/1.1" elementFormDefault="qualified"><xs:element name="image"><xs:complexType><xs:sequence><xs:element name="loc" type="xs:anyURI"/></xs:sequence></xs:complexType></xs:element></xs:schema>`;
const BOTH = `<?xml version="1.0"?><xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:import namespace="http://www.sitemaps.org/schemas/sitemap/0.9" schemaLocation="sitemap.xsd"/><xs:import namespace="http://www.google.com/schemas/sitemap-image/1.1" schemaLocation="image.xsd"/></xs:schema>`;

/** What libxml2 finds wrong with a sitemap. */
async function wrongSitemap(text) {
  const [{ validateXML }] = tools;
  const preload = [
    { fileName: "sitemap.xsd", contents: readFileSync(file, "utf8") },
    { fileName: "image.xsd", contents: IMAGE },
  ];
  const { errors } = await validateXML({ xml: [{ fileName: "map.xml", contents: text }], schema: [BOTH], preload });
  return errors.map((error) => error.message);
}

/** What Google's rules miss in a page's structured data: what is required, not what would be nice. */
async function wrongData(html) {
  const [, { default: Validator }] = tools;
  const data = JSON.parse(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html)[1]);
  const issues = await new Validator().validate({ jsonld: { [data["@type"]]: [data] } });
  // A product whose pictures are not made yet has none to show.
  const bare = !html.includes('property="og:image"');
  return issues
    .filter((issue) => issue.severity === "ERROR" && !(bare && /"image"/.test(issue.issueMessage)))
    .map((issue) => issue.issueMessage);
}

describe("what search engines read of a shop", { skip: reason }, () => {
  let browser;
  let server;
  before(async () => {
    [browser, server] = await Promise.all([launch(), serve()]);
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });
  const journey = journeys(() => visit(browser, server, {}));

  test("is sound to validators that are not ours", journey(async ({ context, page }) => {
    await page.goto(new URL(server.invite("Bu Sri <& Anak>", "081234567890")).pathname);
    await page.locator(".tombol").first().click();
    await page.waitForURL((url) => !url.pathname.startsWith("/kartu/"));
    for (const [name, kinds] of [["Keripik Tempe & Daun Jeruk", "Original, Balado"], ["Sambal Bawang", ""]]) {
      await page.goto("/");
      await page.setInputFiles("#galeri", photo("keripik-tempe", "1-polos.jpg"));
      await page.waitForURL(/\/foto$/);
      await page.waitForSelector('.foto:not(.di-jalan) img[src*="/asal/"]');
      const product = new URL(page.url()).pathname.replace(/\/foto$/, "");
      for (const [card, field, value] of [["nama", "product.name", name], ["harga", "product.price", "18rb"], ["isi", "product.variants", kinds]]) {
        await page.goto(`${product}/fakta/${card}`);
        if (!value || !(await page.locator(`[name="${field}"]`).count())) continue;
        await page.fill(`[name="${field}"]`, value);
        await page.locator(".aksi .tombol:not(.tiga)").click();
        await page.waitForURL((url) => !url.pathname.endsWith(`/${card}`));
      }
    }
    await page.goto("/toko-saya");
    await page.fill('[name="alamat"]', "bu-sri");
    await page.fill('[name="wa"]', "0812-3456-7890");
    await page.locator('form[action="/toko-saya"] .aksi .tombol').click();
    await page.waitForSelector(".alamat-panjang");

    const get = async (path) => {
      const reply = await context.request.get(path);
      assert.equal(reply.status(), 200, path);
      return reply.text();
    };
    const map = await get("/toko/bu-sri/sitemap.xml");
    assert.deepEqual(await wrongSitemap(map), []);
    // The validator does find what is wrong.
    assert.notDeepEqual(await wrongSitemap(map.replace("<lastmod>", "<lastmod>kemarin ")), []);
    const shop = await get("/toko/bu-sri");
    assert.deepEqual(await wrongData(shop), []);
    const wares = [...shop.matchAll(/class="barang" href="([^"]+)"/g)].map(([, href]) => href);
    assert.equal(wares.length, 2);
    for (const href of wares) assert.deepEqual(await wrongData(await get(href)), [], href);
    const feed = await get("/toko/bu-sri/google.xml");
    const [{ validateXML }] = tools;
    const anything = `<?xml version="1.0"?><xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="rss"><xs:complexType><xs:sequence><xs:any processContents="skip" maxOccurs="unbounded"/></xs:sequence><xs:anyAttribute processContents="skip"/></xs:complexType></xs:element></xs:schema>`;
    const sound = await validateXML({ xml: [{ fileName: "feed.xml", contents: feed }], schema: [anything] });
    assert.deepEqual(sound.errors.map((error) => error.message), []);
    assert.match(feed, /<title>Bu Sri &lt;&amp; Anak&gt;<\/title>/);
    // No picture of theirs is made yet, and Google takes no item without one.
    assert.doesNotMatch(feed, /<item>/);
  }));
});

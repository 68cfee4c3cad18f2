// Photos that the server does not have yet, kept on the phone: they outlive a closed page, a flat battery, a lost network.

/**
 * A cupboard on the phone: gives what runs within one transaction of it. `build` makes its store when it is new; `others`
 * says what another tab may still hold open.
 */
export function cupboard(name, store, build, others) {
  let opened;

  function open() {
    if (opened) return opened;
    opened = new Promise((resolve, reject) => {
      const asked = indexedDB.open(name, 1);
      asked.onupgradeneeded = () => build(asked.result);
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
      asked.onblocked = () => reject(new Error(`another tab holds the ${others}`));
    });
    opened.catch(() => { opened = undefined; });
    return opened;
  }

  return async function within(mode, act) {
    const db = await open();
    return new Promise((resolve, reject) => {
      const transaction = db.transaction(store, mode);
      const asked = act(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(asked ? asked.result : undefined);
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error || new Error("the phone is full"));
    });
  };
}

const within = cupboard("naik", "foto", (db) => {
  db.createObjectStore("foto", { keyPath: "key" }).createIndex("draft", "draft");
}, "drafts");

/** A name that nobody else makes. */
export function key() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** Keeps a photo: {key, draft, product, name, blob, hints, made, failed}. */
export function keep(photo) {
  return within("readwrite", (store) => store.put(photo));
}

/** Forgets a photo. */
export function forget(photoKey) {
  return within("readwrite", (store) => store.delete(photoKey));
}

/** All kept photos, oldest first. */
export async function all() {
  const list = await within("readonly", (store) => store.getAll());
  return list.sort((a, b) => a.made - b.made);
}

/** Says of all photos of a draft which product they belong to. */
export async function belong(draft, product) {
  const photos = (await all()).filter((photo) => photo.draft === draft);
  for (const photo of photos) await keep(Object.assign(photo, { product }));
}

/** Asks the browser not to clear the drafts when the phone runs full. */
export function insist() {
  if (navigator.storage && navigator.storage.persist) navigator.storage.persist().catch(() => false);
}

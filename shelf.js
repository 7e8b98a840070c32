// The history's shelf in IndexedDB; boot.js fetches this file when it is first needed. Nothing of it leaves the browser.
const NAME = "factbox-history";
const STORE = "articles";
const MOST = 200;

const done = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const ended = (transaction) =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = transaction.onerror = () => reject(transaction.error);
  });

const open = () => {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "id" }).createIndex("at", "at");
  return done(request);
};

// One act after the other: a list shows what was written before it was asked for, and nothing is written while all is
// being erased.
let last = Promise.resolve();
const queued =
  (act) =>
  (...input) =>
    (last = last.catch(() => {}).then(() => act(...input)));

// Runs `work` on the articles; whatever it returns is given back once everything is written.
const on = async (mode, work) => {
  const base = await open();
  try {
    const transaction = base.transaction(STORE, mode);
    const end = ended(transaction);
    const [result] = await Promise.all([work(transaction.objectStore(STORE)), end]);
    return result;
  } finally {
    base.close();
  }
};

// Calls `see` with every article, newest or oldest first, until it says false.
const walk = (store, direction, see) =>
  new Promise((resolve, reject) => {
    const request = store.index("at").openCursor(null, direction);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const cursor = request.result;
      if (cursor && see(cursor) !== false) cursor.continue();
      else resolve();
    };
  });

export const put = queued((article) =>
  on("readwrite", async (store) => {
    await done(store.put(article));
    let over = (await done(store.count())) - MOST;
    if (over > 0) await walk(store, "next", (cursor) => (cursor.delete(), --over > 0));
  }),
);

export const find = queued((query) => {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const rows = [];
  const see = ({ value: { id, title, at, words: length, text } }) => {
    const all = `${title}\n${text}`.toLowerCase();
    if (words.every((word) => all.includes(word))) rows.push({ id, title, at, words: length });
  };
  return on("readonly", (store) => walk(store, "prev", see)).then(() => rows);
});

export const get = queued((id) => on("readonly", (store) => done(store.get(id))));
export const remove = queued((id) => on("readwrite", (store) => done(store.delete(id))));
export const erase = queued(() => done(indexedDB.deleteDatabase(NAME)));

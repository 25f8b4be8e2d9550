// The engine from the page's side, where gloo-worker cannot help: whether a worker can start at all, and the worker's
// own module on this thread where none can.
const absolute = (name) => new URL(name, document.baseURI).href;

// True when a module worker of this site starts and answers. gloo's bridge would wait for ever for one that does not.
export function workerStarts(probe) {
  return new Promise((resolve) => {
    try {
      const worker = new Worker(absolute(probe), { type: "module" });
      const answer = (starts) => {
        worker.terminate();
        resolve(starts);
      };
      worker.onmessage = ({ data }) => answer(data);
      worker.onerror = () => answer(false);
    } catch {
      resolve(false);
    }
  });
}

// Loads the worker's module on this thread; the result has `answer(bytes)`.
export async function loadEngine(name) {
  const engine = await import(absolute(name));
  await engine.default();
  return engine;
}

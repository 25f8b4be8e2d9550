// A program of its own, fetched when it is first needed: `run(bytes)` in a worker that ends with its answer, or on this thread
// where no worker can start.
const absolute = (name) => new URL(name, document.baseURI).href;

export async function runModule(name, bytes) {
  try {
    return await inWorker(name, bytes);
  } catch {
    const program = await import(absolute(`${name}.js`));
    await program.default();
    return program.run(bytes);
  }
}

function inWorker(name, bytes) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(absolute(`side_worker.js?${name}`), { type: "module" });
    worker.onerror = () => {
      worker.terminate();
      reject();
    };
    worker.onmessage = ({ data }) => {
      if (data === null) return worker.postMessage(bytes);
      worker.terminate();
      resolve(data);
    };
  });
}

// A file of this site, as bytes; nothing where it cannot be fetched.
export async function fetchBytes(path) {
  const response = await fetch(absolute(path)).catch(() => undefined);
  return response?.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
}

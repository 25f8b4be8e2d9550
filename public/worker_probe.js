// Says whether the engine can start in a worker: that workers start here, that the worker's script can be read, and
// that its program is where it should be.
import "./worker.js";

const program = await fetch(new URL("worker_bg.wasm", import.meta.url), { method: "HEAD" });
postMessage(program.status !== 404);

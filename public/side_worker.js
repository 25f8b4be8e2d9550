// Runs a program of its own in a worker: the one that the address names (`side_worker.js?map`), with `run(bytes)`. Says
// `null` once it can be given bytes, or nothing at all where it cannot.
const name = self.location.search.slice(1);
const program = await import(`./${/^[a-z_]+$/.test(name) ? name : ""}.js`);
await program.default();
self.onmessage = ({ data }) => postMessage(program.run(data));
postMessage(null);

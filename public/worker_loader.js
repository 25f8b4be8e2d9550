// Starts the engine's Web Worker from files, where gloo-worker's own loader would need a `blob:` address.
import init from "./worker.js";

await init();

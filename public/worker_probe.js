// Says that workers start here, and that the worker's script can be read.
import "./worker.js";

postMessage("started");

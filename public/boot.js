// Starts the page: loads the module that Trunk built and names in the script element. It is a file of its own because
// a strict content policy forbids inline scripts.
const names = document.querySelector("script[data-module][data-wasm]").dataset;
const absolute = (name) => new URL(name, document.baseURI).href;

try {
  const { default: init } = await import(absolute(names.module));
  await init({ module_or_path: absolute(names.wasm) });
} catch (error) {
  const notice = document.getElementById("boot-failed");
  if (notice) notice.hidden = false;
  throw error;
}

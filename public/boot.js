// Starts the page: loads the module that Trunk built and names in the script element. It is a file of its own because
// a strict content policy forbids inline scripts.
const names = document.querySelector("script[data-module][data-wasm]").dataset;
const absolute = (name) => new URL(name, document.baseURI).href;

// The words of the page's language, which the program asks for first (`src/ui/wording.rs`): it finds them under way.
let locale = null;
try {
  locale = localStorage.getItem("banmian.locale");
} catch {}
locale ??= /^zh\b/i.test(navigator.language) ? "zh-CN" : "en";
const words = { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: absolute(`words/${locale}.txt`) };
document.head.append(Object.assign(document.createElement("link"), words));

try {
  const { default: init } = await import(absolute(names.module));
  await init({ module_or_path: absolute(names.wasm) });
} catch (error) {
  const notice = document.getElementById("boot-failed");
  if (notice) notice.hidden = false;
  throw error;
}

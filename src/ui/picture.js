// An SVG of `export/svg.rs` as PNG: its paths and texts are drawn on a canvas, since the page's policy lets no image be made
// of a drawing, and a canvas has the fonts of the page.
function drawn(svg, scale) {
  const root = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  const of = (element, name) => element.getAttribute(name) ?? root.getAttribute(name);
  canvas.width = Math.ceil(of(root, "width") * scale);
  canvas.height = Math.ceil(of(root, "height") * scale);
  pen.scale(scale, scale);
  const tile = hatch(root.querySelector("pattern > path"), scale);
  for (const element of root.querySelectorAll("svg > path, svg > text")) {
    const fill = of(element, "fill");
    pen.fillStyle = fill.startsWith("url") ? tile : fill;
    if (element.localName === "text") {
      pen.font = `${of(element, "font-weight") ?? ""} ${of(element, "font-size")}px ${of(element, "font-family")}`;
      pen.textAlign = { middle: "center", end: "end" }[of(element, "text-anchor")] ?? "start";
      pen.fillText(element.textContent, of(element, "x"), of(element, "y"));
      continue;
    }
    const path = new Path2D(of(element, "d"));
    pen.globalAlpha = of(element, "fill-opacity") ?? 1;
    if (fill !== "none") pen.fill(path, "evenodd");
    pen.globalAlpha = 1;
    if (of(element, "stroke")) stroke(pen, element, path);
  }
  return canvas;
}

function stroke(pen, element, path) {
  pen.strokeStyle = element.getAttribute("stroke");
  pen.lineWidth = element.getAttribute("stroke-width");
  pen.setLineDash((element.getAttribute("stroke-dasharray") ?? "").split(" ").filter(Boolean).map(Number));
  pen.stroke(path);
}

function hatch(line, scale) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = line.parentElement.getAttribute("width") * scale;
  const pen = canvas.getContext("2d");
  pen.scale(scale, scale);
  stroke(pen, line, new Path2D(line.getAttribute("d")));
  const tile = pen.createPattern(canvas, "repeat");
  tile.setTransform(new DOMMatrix().scale(1 / scale));
  return tile;
}

export function pngOf(svg, scale) {
  const canvas = drawn(svg, scale);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject()), "image/png"));
}

// Fails where the page may not write pictures to the clipboard. The promise goes in as it is: some browsers allow the copy
// only in the moment of the click.
export async function copyPng(svg, scale) {
  await navigator.clipboard.write([new ClipboardItem({ "image/png": pngOf(svg, scale) })]);
}

/**
 * The SVG of a flow chart as an element for this page. The style sheet that it brings for printing is left out, since the
 * page allows no inline styles; text in it can be selected.
 *
 * @throws Error when the text is not an SVG
 */
export function chartOf(text: string): SVGSVGElement {
  const found = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement
  if (found.nodeName !== 'svg') throw new Error('the chart is not an SVG')
  found.querySelectorAll('style, script').forEach((e) => e.remove())
  return document.importNode(found, true) as unknown as SVGSVGElement
}

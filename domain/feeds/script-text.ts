/** Data for machines as it stands in a page's script element: "<" is an escape, so no headline can close it. */
export function dataBlockText(value: object): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}

/** What an element may hold; absent ones are left out. */
export type Child = Node | string | undefined;

/**
 * Makes an element: tag with classes (`button.main`), attributes, children. A text becomes a text node and never
 * markup, whatever it holds.
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K | `${K}.${string}`,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const [tag, ...classes] = name.split('.');
  const made = document.createElement(tag as K);
  if (classes.length > 0) made.className = classes.join(' ');
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  for (const child of children) if (child !== undefined) made.append(child);
  return made;
}

/** Sets a text only where it differs, so that a selection in it survives. */
export function say(node: Node, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}

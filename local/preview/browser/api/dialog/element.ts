type Child = Node | string | undefined;

/** Builds a DOM element: tag with classes (`button.primary`), attributes, children. Texts are never markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K | `${K}.${string}`,
  attributes: Readonly<Record<string, string>> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const [tag, ...classes] = name.split('.');
  const made = document.createElement(tag as K);
  if (classes.length > 0) made.className = classes.join(' ');
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  for (const child of children) if (child !== undefined) made.append(child);
  return made;
}

/** A button that runs something; `name` carries its classes. */
export function action(
  name: 'button' | `button.${string}`,
  label: string,
  run: () => unknown,
  attributes: Readonly<Record<string, string>> = {},
): HTMLButtonElement {
  const made = element(name, { type: 'button', ...attributes }, label);
  made.addEventListener('click', () => void run());
  return made;
}

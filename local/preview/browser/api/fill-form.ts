import type { PhoneHost } from '../runtime/interfaces';

/** Where a field stands in the form: by its own name, its id, or the name of a component around it. */
function namesOf(host: PhoneHost, field: HTMLElement): string[] {
  const names: string[] = [];
  for (let at: HTMLElement | null = field.parentElement; at !== null; at = at.parentElement) {
    const name = host.nodes.formField(at)?.name;
    if (name !== undefined && name !== '') names.push(name);
    if (at.localName.startsWith('wx-') && at.id !== '') names.push(at.id);
    const dataset = at.dataset['name'];
    if (dataset !== undefined) names.push(dataset);
  }
  return names;
}

/** Types values into the visible page's fields as a person would, one after the other. */
export function fillForm(host: PhoneHost, values: Readonly<Record<string, unknown>>): number {
  let filled = 0;
  const fields = host.nodes
    .viewport()
    .querySelectorAll<HTMLInputElement>('wx-input input, wx-textarea textarea');
  for (const field of fields) {
    const name = namesOf(host, field).find((one) => one in values);
    const value = name === undefined ? undefined : values[name];
    if (typeof value !== 'string' || field.disabled) continue;
    field.focus({ preventScroll: true });
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.blur();
    filled += 1;
  }
  return filled;
}

import type { BuiltInComponent, BuiltInNode, PhoneHost } from '../runtime/interfaces';
import { flag } from './properties';

interface FormPort {
  submit(button: BuiltInNode): void;
  reset(): void;
}

const forms = new WeakMap<Element, FormPort>();

/** The form around an element, if it stands in one. */
export function closestForm(element: Element): FormPort | undefined {
  const form = element.closest('wx-form');
  return form === null ? undefined : forms.get(form);
}

/** Every named field below an element with its value, in the order of the page. */
export function collectFields(element: Element, host: PhoneHost): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  for (const inner of element.querySelectorAll('*')) {
    const field = host.nodes.formField(inner);
    if (field !== undefined && field.name !== '') value[field.name] = field.value;
  }
  return value;
}

/** A form: its submit button gathers what the named fields hold. */
export const form: BuiltInComponent = {
  tag: 'form',
  properties: { reportSubmit: flag(), reportSubmitTimeout: { type: Number, value: 0 } },
  create(node, host) {
    const { element } = node;
    forms.set(element, {
      submit(button) {
        const target = {
          id: button.element.id,
          dataset: Object.fromEntries(Object.entries(button.element.dataset)),
        };
        node.fire('submit', { value: collectFields(element, host), target });
      },
      reset() {
        for (const inner of element.querySelectorAll('*')) host.nodes.formField(inner)?.reset();
        node.fire('reset', { target: { id: element.id } });
      },
    });
    return {
      attached() {
        if (!element.hasAttribute('role')) element.setAttribute('role', 'form');
      },
      detached: () => forms.delete(element),
    };
  },
};

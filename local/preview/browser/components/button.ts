import type { BuiltInComponent, BuiltInNode } from '../runtime/interfaces';
import { closestForm } from './form';
import { openTypes } from './open-type';
import { pressProperties, showPress } from './press';
import { flag, flagOf, text, textOf } from './properties';
import { onTap, tapByKeyboard } from './tap';

const describe = (node: BuiltInNode): void => {
  const { element } = node;
  const disabled = flagOf(node, 'disabled');
  for (const name of ['type', 'size']) element.setAttribute(`data-${name}`, textOf(node, name));
  for (const name of ['plain', 'loading', 'disabled']) {
    element.toggleAttribute(`data-${name}`, flagOf(node, name));
  }
  if (disabled) element.setAttribute('aria-disabled', 'true');
  else element.removeAttribute('aria-disabled');
  element.tabIndex = disabled ? -1 : 0;
};

/** A button: press look, keyboard, forms and what `open-type` opens. A disabled one swallows taps. */
export const button: BuiltInComponent = {
  tag: 'button',
  properties: {
    ...pressProperties('button-hover', 20, 70),
    size: text('default'),
    type: text('default'),
    plain: flag(),
    disabled: flag(),
    loading: flag(),
    formType: text(),
    openType: text(),
    lang: text('en'),
    name: text(),
    sessionFrom: text(),
    sendMessageTitle: text(),
    sendMessagePath: text(),
    sendMessageImg: text(),
    showMessageCard: flag(),
    appParameter: text(),
    phoneNumberNoQuotaToast: flag(true),
  },
  create(node, host) {
    const { element } = node;
    const enabled = (): boolean => !flagOf(node, 'disabled');
    const stop = showPress(node, 'button-hover', enabled);
    tapByKeyboard(element);
    onTap(node, () => {
      if (!enabled()) return;
      const formType = textOf(node, 'formType');
      if (formType === 'submit') closestForm(element)?.submit(node);
      if (formType === 'reset') closestForm(element)?.reset();
      // `getPhoneNumber|agreePrivacyAuthorization`: the consent comes before what needs it.
      for (const name of textOf(node, 'openType').split('|').reverse()) openTypes[name]?.(node, host);
    });
    return {
      changed: () => describe(node),
      attached() {
        if (!element.hasAttribute('role')) element.setAttribute('role', 'button');
        describe(node);
      },
      detached: stop,
      acceptsTap: enabled,
    };
  },
};

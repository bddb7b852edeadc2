const moved = (name: string): boolean =>
  name === 'role' || (name.startsWith('aria-') && name !== 'aria-hidden');

/**
 * Gives what the page said about accessibility to the native control inside a component, and takes it
 * away from the host, so that a screen reader and a test meet one control with one name.
 */
export function forwardAria(host: HTMLElement, control: HTMLElement): () => void {
  const forward = (): void => {
    for (const { name, value } of [...host.attributes]) {
      if (!moved(name)) continue;
      control.setAttribute(name, value);
      host.removeAttribute(name);
    }
  };
  const observer = new MutationObserver(forward);
  observer.observe(host, { attributes: true });
  forward();
  return () => observer.disconnect();
}

/** The colour that `placeholder-style` asks for, for the `::placeholder` rule of the base sheet. */
export function placeholderColour(style: string): string {
  return /(?:^|;)\s*color\s*:\s*([^;]+)/u.exec(style)?.[1]?.trim() ?? '';
}

const svg = (box: string, body: string): string =>
  `<svg viewBox="${box}" aria-hidden="true" focusable="false">${body}</svg>`;

/** Line drawings of the phone's own bars; they take the colour of the text around them. */
export const icons = {
  back: svg(
    '0 0 12 20',
    '<path d="M10 2 2 10l8 8" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>',
  ),
  home: svg(
    '0 0 20 20',
    '<path d="M3 9.5 10 3l7 6.5V17h-4.5v-4.500h-5V17H3z" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round"/>',
  ),
  more: svg(
    '0 0 24 8',
    '<circle cx="4" cy="4" r="2" fill="currentColor"/><circle cx="12" cy="4" r="3" fill="currentColor"/><circle cx="20" cy="4" r="2" fill="currentColor"/>',
  ),
  target: svg(
    '0 0 20 20',
    '<circle cx="10" cy="10" r="7.500" fill="none" stroke="currentColor" stroke-width="2"/><circle cx="10" cy="10" r="3" fill="currentColor"/>',
  ),
  signal: svg(
    '0 0 18 12',
    '<rect x="0" y="8" width="3" height="4" rx="1" fill="currentColor"/><rect x="5" y="5.500" width="3" height="6.500" rx="1" fill="currentColor"/><rect x="10" y="3" width="3" height="9" rx="1" fill="currentColor"/><rect x="15" y="0" width="3" height="12" rx="1" fill="currentColor"/>',
  ),
  battery: svg(
    '0 0 26 12',
    '<rect x=".5" y=".5" width="22" height="11" rx="3" fill="none" stroke="currentColor" opacity=".5"/><rect x="2" y="2" width="17" height="8" rx="1.500" fill="currentColor"/><rect x="24" y="4" width="2" height="4" rx="1" fill="currentColor" opacity=".5"/>',
  ),
} as const;

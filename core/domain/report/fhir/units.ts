/** One way of writing each unit: `×10^9/L`, `×10⁹/L`, `10*9/L` and `10E9/L` are the same. */
function plain(unit: string): string {
  return unit
    .normalize('NFKC')
    .replace(/[µμ]/g, 'u')
    .replace(/\s+/g, '')
    .replace(/^[x×*]/i, '')
    .replace(/^10(?:\*\*|\*|\^|e)?(\d+)/i, '10^$1')
    .replace(/^秒$/, 's')
    .toLowerCase();
}

export const sameUnit = (one: string, other: string): boolean => plain(one) === plain(other);

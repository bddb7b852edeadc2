/** 王小明 → 王*明, 李四 → 李*, 阿依·努尔 → 阿***尔: enough for the owner, too little for a bystander. */
export function maskName(name: string): string {
  const characters = Array.from(name);
  const [first = ''] = characters;
  if (characters.length <= 2) return `${first}*`;
  return `${first}${'*'.repeat(characters.length - 2)}${characters.at(-1) ?? ''}`;
}

/** Keeps the first and last characters of a number and hides the rest. */
export function maskDigits(
  digits: string,
  { head, tail }: { readonly head: number; readonly tail: number },
): string {
  if (digits.length <= head + tail) return '*'.repeat(digits.length);
  const hidden = '*'.repeat(digits.length - head - tail);
  return `${digits.slice(0, head)}${hidden}${tail > 0 ? digits.slice(-tail) : ''}`;
}

export const maskPhone = (phone: string): string => maskDigits(phone, { head: 3, tail: 4 });

export const maskIdentityNumber = (identityNumber: string): string =>
  maskDigits(identityNumber, { head: 1, tail: 1 });

export const maskOutpatientNumber = (number: string): string => maskDigits(number, { head: 2, tail: 2 });

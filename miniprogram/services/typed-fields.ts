/**
 * What is typed of a person. It stays with its input and here: it is never set as a page's data, which is copied between
 * the two halves of a mini program, nor kept when the page goes.
 */
export function typedFields<Fields extends Readonly<Record<string, string>>>(empty: Fields) {
  const typed = new WeakMap<object, Fields>();
  const of = (page: object): Fields => typed.get(page) ?? empty;
  return {
    of,
    put: (page: object, name: keyof Fields, value: string): void =>
      void typed.set(page, { ...of(page), [name]: value }),
    forget: (page: object): void => void typed.delete(page),
  };
}

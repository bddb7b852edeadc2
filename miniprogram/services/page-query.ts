/** The query of a page as it was meant: WeChat hands it over as it stands in the address, percent signs and all. */
export const decodedQuery = (query: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(query).map(([key, value]) => [key, decodeURIComponent(value ?? '')]));

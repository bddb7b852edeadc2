/** The desk's own number of a report about an order line; `taken`: how many of them were taken back before. */
export const deskNumber = (orderId: string, lineId: string, taken: number): string =>
  taken === 0 ? `${orderId}-${lineId}` : `${orderId}-${lineId}-${String(taken + 1)}`;

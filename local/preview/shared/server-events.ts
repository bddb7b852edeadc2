/** What the server tells every open page over `/preview/events` (server-sent events, JSON data). */
export type ServerEvent =
  | { type: 'clock'; offset: number }
  | { type: 'reload' }
  /** A subscription message arrived at a user. */
  | { type: 'message'; openid: string };

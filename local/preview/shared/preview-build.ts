/** A file the browser may ask for. `path` has no leading slash: `phone.js`, `app/images/a.png`. */
export interface PreviewAsset {
  body: string | Uint8Array;
  contentType: string;
}

/**
 * What `createPreviewBuild` gives the server. `asset` answers everything below `/preview/`;
 * `phonePage` is the document of `/phone/`. `rebuild` reads the mini program again.
 */
export interface PreviewBuild {
  asset(path: string): PreviewAsset | undefined;
  phonePage(): string;
  /** Changes whenever a script or a style does; an address that bears it as its query may be kept for good. */
  fingerprint(): string;
  rebuild(): Promise<void>;
  close(): Promise<void>;
}

/** A stored file; bytes, and instants in epoch milliseconds. */
export interface FileLine {
  fileID: string;
  path: string;
  size: number;
  contentType: string;
  sha256: string;
  uploadedAt: number;
}

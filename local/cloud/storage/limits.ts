/** Limits of cloud storage; a cloud may be started with smaller ones. */
export interface StorageLimits {
  /** Largest file in bytes. */
  fileBytes: number;
  /** Longest path in bytes of UTF-8. */
  pathBytes: number;
  /** Most files of one request for links or deletion. */
  filesPerRequest: number;
  /** Seconds that a link holds where none are asked for. */
  linkSeconds: number;
  /** Seconds within which an upload must begin. */
  uploadSeconds: number;
}

export const STORAGE_LIMITS: StorageLimits = {
  // Tencent COS, PUT Object: 5 GB.
  fileBytes: 5 * 1024 ** 3,
  // WeChat cloud development, 文件名命名限制.
  pathBytes: 850,
  // WeChat cloud development, Cloud.deleteFile and Cloud.getTempFileURL.
  filesPerRequest: 50,
  // Cloud.getTempFileURL: a private file's link holds for ten minutes.
  linkSeconds: 600,
  // That an upload must begin within fifteen minutes: [MEM].
  uploadSeconds: 900,
};

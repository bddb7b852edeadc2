/** Number that a real bucket's name ends in; invented here. */
const ACCOUNT = '1300000000';

/** Name of the environment's bucket: two letters of the environment as hex, the environment, an account. */
export function bucketOf(envId: string): string {
  return `${Buffer.from(envId.slice(0, 2)).toString('hex')}-${envId}-${ACCOUNT}`;
}

const prefixOf = (envId: string): string => `cloud://${envId}.${bucketOf(envId)}/`;

/** The id by which programs name a file: `cloud://<environment>.<bucket>/<path>`. */
export function formatFileId(envId: string, path: string): string {
  return prefixOf(envId) + path;
}

/** The path behind an id; undefined where it is not one of this environment. */
export function pathOfFileId(envId: string, fileId: string): string | undefined {
  const prefix = prefixOf(envId);
  return fileId.startsWith(prefix) ? fileId.slice(prefix.length) : undefined;
}

/** A refusal of the platform: `code` is the name that wx-server-sdk maps to a number, `message` its text. */
export class CloudError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'CloudError';
    this.code = code;
  }
}

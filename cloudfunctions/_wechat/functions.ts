import { weChatCloud } from './sdk';

/** Calls another function of this environment and answers what it returned. */
export async function callFunction(name: string, data: object): Promise<unknown> {
  const { result } = await weChatCloud().callFunction({ name, data });
  return result;
}

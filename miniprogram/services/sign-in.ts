import { api } from './api';
import { createCommand } from './command';
import { adoptMe } from './session';

const sendSignIn = createCommand(api.identity.signIn);
const sendSignOut = createCommand(api.identity.signOut);

/** Signs in with the WeChat account; there is no password. */
export const signIn = async () => adoptMe(await sendSignIn({}));

export const signOut = () => sendSignOut({});

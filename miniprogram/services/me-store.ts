import type { Me } from '@core/contract/identity';
import { createStore } from './store';

/** The caller as the server last described them; kept in memory only, never stored on the phone. */
export const me = createStore<Me | null>(null);

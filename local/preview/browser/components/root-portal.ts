import type { BuiltInComponent } from '../runtime/interfaces';
import { flag } from './properties';

/**
 * Lifts its children out of their box. Here they stay where they are: pages of the preview clip and
 * stack like one root, and `position: fixed` inside is fixed to the phone either way.
 */
export const rootPortal: BuiltInComponent = { tag: 'root-portal', properties: { enable: flag(true) } };

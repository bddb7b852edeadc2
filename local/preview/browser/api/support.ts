import { builtInTags } from '../../shared/built-in-tags';
import type { WxApiModule } from '../runtime/interfaces';

/** Answers for components and for functions; finer questions (options, return values) are taken as yes. */
export const canIUse: WxApiModule = () => ({
  canIUse: (schema: string) => {
    const [name = ''] = schema.split('.');
    if (builtInTags.includes(name)) return true;
    const wx = (globalThis as { wx?: object }).wx ?? {};
    return name in wx;
  },
});

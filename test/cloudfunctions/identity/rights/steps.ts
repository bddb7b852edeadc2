import type { FamilyScope } from '@core/contract/family';
import fc from 'fast-check';
import type { Who } from './model';

/** One thing that happens, or is tried. */
export type Step =
  | { readonly does: 'grant'; readonly scopes: readonly FamilyScope[]; readonly days: number }
  | { readonly does: 'help'; readonly purposes: readonly ('check-in' | 'way')[] }
  | { readonly does: 'revoke' }
  | { readonly does: 'take-card-off' }
  | { readonly does: 'stay' }
  | { readonly does: 'end-help'; readonly by: 'patient' | 'helper' }
  | { readonly does: 'wait'; readonly minutes: number }
  | { readonly does: 'sign'; readonly who: Who; readonly on: boolean }
  | { readonly does: 'agree'; readonly who: 'patient' | 'relative'; readonly on: boolean }
  | { readonly does: 'role'; readonly who: 'helper' | 'nurse'; readonly on: boolean };

const SCOPES = ['book', 'check-in', 'way', 'pay', 'reports'] as const;
const PURPOSES = ['check-in', 'way'] as const;
const some = <T>(all: readonly T[]) => fc.subarray([...all], { minLength: 1 });
const step = <Does extends Step['does']>(does: Does) => fc.constant(does);
/** What ends a right is tried half as often as what lets it come back, else nothing would ever be allowed. */
const on = fc.constantFrom(true, true, false);

/** Where a walk begins: everybody may do everything. */
export const EVERYTHING: readonly Step[] = [
  { does: 'grant', scopes: SCOPES, days: 30 },
  { does: 'help', purposes: PURPOSES },
];

/** Waits never end in the very moment in which something ends by itself. */
export const aStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ does: step('grant'), scopes: some(SCOPES), days: fc.constantFrom(1, 30) }),
  },
  { weight: 5, arbitrary: fc.record({ does: step('help'), purposes: some(PURPOSES) }) },
  fc.constantFrom<Step>({ does: 'revoke' }, { does: 'take-card-off' }, { does: 'stay' }),
  fc.record({ does: step('end-help'), by: fc.constantFrom('patient' as const, 'helper' as const) }),
  { weight: 3, arbitrary: fc.record({ does: step('wait'), minutes: fc.constantFrom(11, 11, 11, 24 * 60) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      does: step('sign'),
      who: fc.constantFrom<Who>('patient', 'relative', 'helper', 'nurse'),
      on,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: step('agree'),
      who: fc.constantFrom('patient' as const, 'relative' as const),
      on,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: step('role'),
      who: fc.constantFrom('helper' as const, 'nurse' as const),
      on,
    }),
  },
);

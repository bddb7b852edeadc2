import type { Family, FamilyInvitation } from '@core/contract/family';
import { spokenCode } from '@core/domain/identity/pairing-code';
import { spokenInstant } from '../../../../services/dates';

/** The code that a grown-up member of the family scans, types in or opens from a message. */
export interface AskView {
  readonly code: string;
  readonly scanned: string;
  readonly spoken: string;
  readonly until: string;
}

export const askView = ({ code, expiresAt }: FamilyInvitation, now: number): AskView => ({
  code,
  scanned: `FAM:${code}`,
  spoken: spokenCode(code),
  until: `${spokenInstant(expiresAt, now)} 前有效，只能用一次`,
});

/** Who said yes since the page was opened; empty as long as nobody has. */
export const agreedSince = ({ received }: Family, since: number): string =>
  received.find(({ state, from }) => state === 'in-force' && from >= since)?.maskedPatientName ?? '';

import type { PaymentProgress } from '@core/contract/billing';
import type { PaymentRecord } from '../_store/payments';

/** Where an order stands, for whoever pays it. */
export function progressOf({ state }: PaymentRecord): PaymentProgress['state'] {
  switch (state) {
    case 'paid':
      return 'paid';
    case 'closed':
      return 'closed';
    case 'closing':
      return 'confirming';
    case 'opening':
    case 'open':
      return 'waiting';
  }
}

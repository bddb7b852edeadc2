import { serve } from '../_kernel/serve';
import { acknowledgeCritical } from './acknowledge-critical';
import { dismissQuarantined } from './dismiss-quarantined';
import { getDeskReport } from './get-desk-report';
import { getItem } from './get-item';
import { getReport } from './get-report';
import { getTrend } from './get-trend';
import { listCritical } from './list-critical';
import { listItems } from './list-items';
import { listQuarantine } from './list-quarantine';
import { listReports } from './list-reports';
import { listUnacknowledged } from './list-unacknowledged';
import { markSeen } from './mark-seen';
import { retryQuarantined } from './retry-quarantined';
import { submitReport } from './submit-report';

export const main = serve(
  'report',
  {
    listReports,
    getReport,
    getTrend,
    markSeen,
    submitReport,
    getDeskReport,
    listQuarantine,
    retryQuarantined,
    dismissQuarantined,
    listItems,
    getItem,
    listCritical,
    listUnacknowledged,
    acknowledgeCritical,
  },
  {},
);

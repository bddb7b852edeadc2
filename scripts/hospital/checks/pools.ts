import type { Fault } from '../fault';
import { seatPools } from '../seat-pools';
import { pathFault, rowFault, type Check } from './check';

const LOWEST_SHARE_PERCENT = 20;

export const sessionPools: Check = ({ schedules, rulePack }) => {
  const { onlineSharePercent, onlineShareCeilingPercent: ceiling } = rulePack.value.booking;
  return schedules.flatMap((row) => {
    const { capacity, reserved, taken } = row.value;
    const share = row.value.onlineSharePercent ?? onlineSharePercent;
    const pools = seatPools(capacity, share, reserved);
    const faults: Fault[] = [];
    if (share < LOWEST_SHARE_PERCENT || share > ceiling) {
      const reason = `must be ${LOWEST_SHARE_PERCENT} to ${ceiling} per cent`;
      faults.push(rowFault('schedules', row, 'onlineSharePercent', reason));
    }
    if (pools.window < 0)
      faults.push(
        rowFault('schedules', row, 'reserved', 'online and reserved seats together exceed the capacity'),
      );
    if (taken > pools.online) {
      const reason = `more than the ${pools.online} online seats (${share} % of ${capacity})`;
      faults.push(rowFault('schedules', row, 'taken', reason));
    }
    return faults;
  });
};

export const hospitalShare: Check = (folder) => {
  const { onlineSharePercent, onlineShareCeilingPercent } = folder.rulePack.value.booking;
  return onlineSharePercent <= onlineShareCeilingPercent
    ? []
    : [pathFault(folder, 'rulePack', 'booking.onlineSharePercent', 'is above onlineShareCeilingPercent')];
};

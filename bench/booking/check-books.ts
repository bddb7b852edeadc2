import type { Outcome } from './drive';
import type { AppointmentEntry, Books, SeatEntry } from './side';

const seatKey = ({ sessionId, number }: { sessionId: string; number: number }): string =>
  `${sessionId} #${number}`;

/** Everything that is wrong with a side's books after a round; empty where all is well. */
export function checkBooks(books: Books, outcomes: readonly Outcome[]): string[] {
  return [
    ...seatFaults(books),
    ...patientFaults(books.appointments),
    ...counterFaults(books),
    ...answerFaults(books.appointments, outcomes),
    ...repeatFaults(outcomes),
    ...unexpectedAnswers(outcomes),
  ];
}

/** Each appointment holds exactly one seat, of its own half-hour, and each held seat has its appointment. */
function seatFaults({ seats, appointments }: Books): string[] {
  const bySeat = new Map(seats.map((seat) => [seatKey(seat), seat]));
  const taken = new Set<string>();
  const faults: string[] = [];
  for (const { appointmentId, sessionId, start, seat: number } of appointments) {
    const key = seatKey({ sessionId, number });
    const seat: SeatEntry | undefined = bySeat.get(key);
    if (taken.has(key)) faults.push(`${key} is sold twice`);
    taken.add(key);
    if (seat?.holder !== appointmentId || seat.start !== start)
      faults.push(`${appointmentId} does not hold ${key}`);
  }
  const held = seats.filter(({ holder }) => holder !== null);
  if (held.length !== appointments.length)
    faults.push(`${held.length} seats are held by ${appointments.length} appointments`);
  return faults;
}

/** Every caller has one wish, so no patient may have two appointments. */
function patientFaults(appointments: readonly AppointmentEntry[]): string[] {
  const patients = new Set(appointments.map(({ patientId }) => patientId));
  return patients.size === appointments.length
    ? []
    : [`${appointments.length} appointments of ${patients.size} patients`];
}

function counterFaults({ seats, left }: Books): string[] {
  if (left === null) return [];
  const free = new Map<string, number>();
  for (const { sessionId, holder } of seats)
    free.set(sessionId, (free.get(sessionId) ?? 0) + (holder === null ? 1 : 0));
  return [...free]
    .filter(([sessionId, count]) => left.get(sessionId) !== count)
    .map(
      ([sessionId, count]) => `${sessionId} counts ${String(left.get(sessionId))} free seats, has ${count}`,
    );
}

/** Who was told "yes" is in the books, and nobody else. */
function answerFaults(appointments: readonly AppointmentEntry[], outcomes: readonly Outcome[]): string[] {
  const told = new Map<string, number>();
  for (const { answer } of outcomes) if (answer.ok) told.set(answer.appointmentId, answer.seat);
  const wrong = appointments.filter(({ appointmentId, seat }) => told.get(appointmentId) !== seat);
  const faults = wrong.map(({ appointmentId }) => `${appointmentId} is not what its caller was told`);
  if (told.size !== appointments.length)
    faults.push(`${told.size} callers were told yes, ${appointments.length} are in the books`);
  return faults;
}

/** The same request id got the same "yes"; a "no" after an answered "yes" would be another answer. */
function repeatFaults(outcomes: readonly Outcome[]): string[] {
  return [...byRequest(outcomes)].flatMap(([requestId, all]) => {
    const accepted = all.filter(({ answer }) => answer.ok);
    const first = Math.min(...accepted.map(({ answeredAt }) => answeredAt));
    const answers = new Set(accepted.map(({ answer }) => JSON.stringify(answer)));
    const takenBack = all.some(({ answer, sentAt }) => !answer.ok && sentAt > first);
    return answers.size > 1 || takenBack ? [`${requestId} got different answers`] : [];
  });
}

function byRequest(outcomes: readonly Outcome[]): Map<string, Outcome[]> {
  const groups = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    const { requestId } = outcome.attempt;
    groups.set(requestId, [...(groups.get(requestId) ?? []), outcome]);
  }
  return groups;
}

/** Nothing but "the half-hour is full" may refuse anybody here: a fault or a limit would measure something else. */
function unexpectedAnswers(outcomes: readonly Outcome[]): string[] {
  const errors = outcomes.flatMap(({ answer }) => (answer.ok ? [] : [answer.error]));
  const odd = errors.filter((error) => error !== 'SLOT_FULL');
  return [...new Set(odd)].map(
    (error) => `${odd.filter((one) => one === error).length} attempts were answered ${error}`,
  );
}

import { addDays, dayOf, weekdayOf, type CalendarDay } from '@core/domain/calendar-day';
import { catalogue, type Catalogue, type ScheduleTemplate } from '../_store/catalog';
import { sessions, type Session } from '../_store/sessions';
import { insertedFirst } from '../_store/inserted-first';
import { DuplicateKeyError } from '../_store/store-errors';
import { newSession } from './new-session';

/** Some hundred kilobytes a request. */
const AT_ONCE = 50;

/** Publishes what is missing of the schedule up to the booking horizon. Answers how many sessions were new. */
export async function publishSessions(now: number): Promise<{ readonly published: number }> {
  const hospital = await catalogue.current(now);
  const today = dayOf(now);
  const days = Array.from({ length: hospital.rulePack.horizonDays + 1 }, (_, offset) =>
    addDays(today, offset),
  );
  const known = new Set(await sessions.findIdsOfDays(days));
  const missing = days.flatMap((day) =>
    templatesOf(day, hospital)
      .map((template) => newSession(template, day, hospital))
      .filter((session) => session !== null)
      .filter((session) => !known.has(session._id)),
  );
  let published = 0;
  for (let from = 0; from < missing.length; from += AT_ONCE) {
    published += await insertNew(missing.slice(from, from + AT_ONCE));
  }
  return { published };
}

/** The templates that hold on a day: by its weekday, or as a holiday's row says. */
function templatesOf(day: CalendarDay, { schedules, holidays }: Catalogue): ScheduleTemplate[] {
  const holiday = holidays.find((one) => one.day === day);
  return schedules.filter((template) => {
    const worksOwnWeekday = !holiday || (holiday.worksLike === null && template.opensOnHolidays);
    const weekday = worksOwnWeekday ? weekdayOf(day) : holiday.worksLike;
    const isValid = template.validFrom <= day && (template.validTo === null || template.validTo >= day);
    return isValid && weekday !== null && template.weekdays.includes(weekday);
  });
}

/** Another run may publish the same: where one of them is there, each is tried by itself. Answers how many were new. */
async function insertNew(several: readonly Session[]): Promise<number> {
  try {
    await sessions.insertAll(several);
    return several.length;
  } catch (thrown) {
    if (!(thrown instanceof DuplicateKeyError)) throw thrown;
  }
  let inserted = 0;
  for (const session of several) if (await insertOnce(session)) inserted += 1;
  return inserted;
}

const insertOnce = (session: Session): Promise<boolean> => insertedFirst(sessions.insert(session));

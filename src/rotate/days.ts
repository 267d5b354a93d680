/** Calendar days as texts (ISO 8601, `2026-12-01`), which compare as they follow each other. The clock is handed in. */

export type Day = string;

const form = /^\d{4}-\d{2}-\d{2}$/;
const millisecondsADay = 24 * 60 * 60 * 1000;

/** Whether it is a day of the calendar: 2026-02-30 is none. */
export function isDay(text: string): boolean {
  if (!form.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && dayOf(time) === text;
}

/** The day in UTC of a time in milliseconds since 1970. */
export function dayOf(time: number): Day {
  return new Date(time).toISOString().slice(0, 10);
}

export function addDays(day: Day, days: number): Day {
  return dayOf(Date.parse(`${day}T00:00:00Z`) + days * millisecondsADay);
}

const daysByUnit: Readonly<Record<string, number>> = { d: 1, w: 7 };

/** Days of `7d` or `2w`; undefined for another form, less than a day, or more than ten years. */
export function parseDays(text: string): number | undefined {
  const [, count, unit] = /^(\d{1,4})([dw])$/.exec(text) ?? [];
  const days = Number(count) * (daysByUnit[unit ?? ""] ?? Number.NaN);
  return days >= 1 && days <= 3660 ? days : undefined;
}

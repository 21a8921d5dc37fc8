// Wall time: seconds of local time since a plan's origin. The server places them in the plant's zone; here they are
// only added, compared and shown.

export const MINUTE = 60;
export const HOUR = 3600;
export const DAY = 86400;

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const two = (value: number): string => String(value).padStart(2, "0");

export class WallClock {
  // Seconds of the origin's local reading since 1970, as if it were UTC.
  private readonly origin: number;
  // Of the origin, in milliseconds since 1970.
  readonly instant: number;

  // `origin`: "2026-11-23T06:00:00+01:00".
  constructor(origin: string) {
    this.origin = Date.parse(`${origin.slice(0, 19)}Z`) / 1000;
    this.instant = Date.parse(origin);
  }

  private reading(wall: number): Date {
    return new Date((this.origin + wall) * 1000);
  }

  // Of "2026-11-23T06:00", with or without seconds and offset.
  wall(local: string): number {
    const text = local.length >= 19 ? local.slice(0, 19) : `${local.slice(0, 16)}:00`;
    return Date.parse(`${text.replace(" ", "T")}Z`) / 1000 - this.origin;
  }

  // "2026-11-23T06:00:00", as plant tables have it.
  iso(wall: number): string {
    return this.reading(wall).toISOString().slice(0, 19);
  }

  // "Mon 23 Nov".
  day(wall: number): string {
    const at = this.reading(wall);
    return `${WEEKDAYS[at.getUTCDay()]} ${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]}`;
  }

  // "06:00".
  clock(wall: number): string {
    const at = this.reading(wall);
    return `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
  }

  // "Mon 23 Nov 06:00".
  moment(wall: number): string {
    return `${this.day(wall)} ${this.clock(wall)}`;
  }

  // "Mon 23 Nov 06:00 to 09:30"; the second day only when it is another one.
  span(from: number, until: number): string {
    const end = this.day(from) === this.day(until) ? this.clock(until) : this.moment(until);
    return `${this.moment(from)} to ${end}`;
  }

  // The first local midnight at or after `wall`.
  midnight(wall: number): number {
    const into = (((this.origin + wall) % DAY) + DAY) % DAY;
    return into === 0 ? wall : wall + DAY - into;
  }

  // Monday's week by ISO 8601.
  isoWeek(wall: number): number {
    const at = this.reading(wall);
    const thursday = new Date(at.getTime() + (3 - ((at.getUTCDay() + 6) % 7)) * DAY * 1000);
    const newYear = Date.UTC(thursday.getUTCFullYear(), 0, 1);
    return 1 + Math.floor((thursday.getTime() - newYear) / (7 * DAY * 1000));
  }
}

// The two largest units: "3 d 4 h", "5 h 10 min", "1 min".
export const duration = (seconds: number): string => {
  const minutes = Math.ceil(Math.abs(seconds) / MINUTE);
  const sign = seconds < 0 ? "-" : "";
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  if (days > 0) return `${sign}${days} d${hours > 0 ? ` ${hours} h` : ""}`;
  if (hours > 0) return `${sign}${hours} h${minutes % 60 > 0 ? ` ${minutes % 60} min` : ""}`;
  return `${sign}${minutes} min`;
};

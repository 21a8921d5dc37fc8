// Numbers, money and moments as people of the plant read them. Moments come as ISO 8601 with the plant's offset and are
// shown as the plant's clocks read, whatever the browser's zone.
const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const reading = (iso: string): Date => new Date(`${iso.slice(0, 10)}T${iso.slice(11, 16) || "00:00"}:00Z`);

// "Tue 24 Nov".
export const day = (iso: string): string => {
  if (iso === "") return "";
  const at = reading(iso);
  return `${DAYS[at.getUTCDay()]} ${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]}`;
};

// "14:30".
export const clock = (iso: string): string => iso.slice(11, 16);

// "Tue 24 Nov 14:30"; a day without a time is shown as a day.
export const moment = (iso: string): string => (iso.length < 16 ? day(iso) : `${day(iso)} ${clock(iso)}`);

// A date by which something is to be: midnight belongs to the day that ends, "Tue 24 Nov".
export const deadline = (iso: string): string => {
  if (iso.slice(11, 16) !== "00:00") return moment(iso);
  return day(new Date(reading(iso).getTime() - 60_000).toISOString());
};

const MONEY = new Intl.NumberFormat(undefined, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const WHOLE_MONEY = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 });
const QUANTITY = new Intl.NumberFormat(undefined, { maximumFractionDigits: 3 });
const PERCENT = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });

export const money = (amount: number): string => MONEY.format(amount);
// With its sign, for differences: "+12.50", "−3.00".
export const change = (amount: number): string => {
  if (Math.abs(amount) < 0.005) return "0";
  return `${amount > 0 ? "+" : "−"}${MONEY.format(Math.abs(amount))}`;
};
export const wholeMoney = (amount: number): string => WHOLE_MONEY.format(amount);
export const quantity = (amount: number | string): string => QUANTITY.format(Number(amount));
export const percent = (share: number): string => `${PERCENT.format(share * 100)} %`;

// "2 d 4 h", "35 min".
export const duration = (seconds: number): string => {
  const minutes = Math.ceil(Math.abs(seconds) / 60);
  const sign = seconds < 0 ? "−" : "";
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  if (days > 0) return `${sign}${days} d${hours > 0 ? ` ${hours} h` : ""}`;
  if (hours > 0) return `${sign}${hours} h${minutes % 60 > 0 ? ` ${minutes % 60} min` : ""}`;
  return `${sign}${minutes} min`;
};

// "3 operations", "1 operation".
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${QUANTITY.format(count)} ${count === 1 ? one : many}`;

import type { Person } from "../kiosk";

export const may = (person: Person | null, permission: string): boolean =>
  person?.permissions.includes(permission) ?? false;

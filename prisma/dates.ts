/** A local date `YYYY-MM-DD` as Prisma wants it for a DATE column. */
export function toDateColumn(on: string): Date {
  return new Date(`${on}T00:00:00.000Z`);
}

/** A DATE column as a local date `YYYY-MM-DD`. */
export function fromDateColumn(date: Date): string {
  return date.toISOString().slice(0, 10);
}

interface MayLackCustomer {
  customerId: string | null;
  customer: object | null;
}

/** An action that is about a customer. The database makes sure that only a task made by a person can be about none. */
export type OfCustomer<Row extends MayLackCustomer> = Row & {
  customerId: string;
  customer: NonNullable<Row['customer']>;
};

/** True when the action is about a customer; false for a person’s task about nobody. */
export function isOfCustomer<Row extends MayLackCustomer>(row: Row): row is OfCustomer<Row> {
  return row.customerId !== null && row.customer !== null;
}

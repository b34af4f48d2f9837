interface MayLackCustomer {
  customerId: string | null;
  customer: object | null;
}

/** An action that is about a customer: every one but some of the tasks that persons make, as the database makes sure. */
export type OfCustomer<Row extends MayLackCustomer> = Row & {
  customerId: string;
  customer: NonNullable<Row['customer']>;
};

/** Tells an action about a customer, such as all that is sent, from a person’s task about nobody. */
export function isOfCustomer<Row extends MayLackCustomer>(row: Row): row is OfCustomer<Row> {
  return row.customerId !== null && row.customer !== null;
}

/** Default number of items at work at once: the pool has some ten connections, and the worker has other work. */
const ABREAST = 8;

/**
 * Runs `work` for every item, at most `abreast` at once. After a failure no further item is started; the error is
 * thrown when those under way have ended.
 */
export async function eachAbreast<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
  abreast = ABREAST,
): Promise<void> {
  const waiting = [...items];
  let failed = false;
  const lane = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined && !failed; item = waiting.shift()) {
      try {
        await work(item);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: Math.min(abreast, items.length) }, lane));
  const broken = lanes.find((one) => one.status === 'rejected');
  if (broken) throw broken.reason;
}

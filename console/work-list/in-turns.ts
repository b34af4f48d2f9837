/** How many requests run at a time. Each is a fact of its own, under its customer's lock. */
const AT_ONCE = 4;

/** The result for each item. */
export interface Turns<Item, Result> {
  done: { item: Item; result: Result }[];
  refused: { item: Item; error: unknown }[];
}

/**
 * Runs `act` for each item, four at a time. A refusal does not stop the others and is returned with its error. Throws
 * the first error only when all were refused, because then nothing has changed.
 */
export async function inTurns<Item, Result>(
  items: readonly Item[],
  act: (item: Item) => Promise<Result>,
): Promise<Turns<Item, Result>> {
  const waiting = [...items];
  const turns: Turns<Item, Result> = { done: [], refused: [] };
  const worker = async () => {
    for (let item = waiting.shift(); item; item = waiting.shift()) {
      try {
        turns.done.push({ item, result: await act(item) });
      } catch (error) {
        turns.refused.push({ item, error });
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  if (turns.done.length === 0 && turns.refused[0]) throw turns.refused[0].error;
  return turns;
}

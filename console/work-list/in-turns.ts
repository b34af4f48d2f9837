/** How many are told at a time: each is a fact of its own, under its customer's lock. */
const AT_ONCE = 4;

/** What came of each. */
export interface Turns<Item, Result> {
  done: { item: Item; result: Result }[];
  refused: { item: Item; error: unknown }[];
}

/**
 * Does the same with each, four at a time. What is refused keeps no other from its turn, and is told with the reason; only where
 * all were refused is it an error, the first one's: then nothing has changed.
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

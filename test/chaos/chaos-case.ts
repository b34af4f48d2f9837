import type { ChaosStackOptions } from './stack/chaos-stack.ts';
import type { World } from './world.ts';

/** One way of breaking things. It ends when the world only has to come to rest; the verdict is not its own. */
export interface ChaosCase {
  name: string;
  /** What is broken, in a line. */
  what: string;
  stack?: ChaosStackOptions;
  live: (world: World) => Promise<void>;
}

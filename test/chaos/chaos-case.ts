import type { ChaosStackOptions } from './stack/chaos-stack.ts';
import type { World } from './world.ts';

/** One way of breaking things. It ends when the world only has to come to rest; the judge decides the verdict. */
export interface ChaosCase {
  name: string;
  /** One line that says what is broken. */
  what: string;
  stack?: ChaosStackOptions;
  live: (world: World) => Promise<void>;
}

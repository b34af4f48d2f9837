import { setTimeout as pause } from 'node:timers/promises';
import type { ChaosCase } from '../chaos-case.ts';
import { everyAge, liveLadders, until, whileDisturbed } from './lives.ts';

const KILL = 'temporal killed';

/** The Temporal server is killed with -9 and started again on its own files, while reminders leave. */
export const temporalRestarted: ChaosCase = {
  name: 'temporal-restarted',
  what: 'the Temporal server killed -9 and started again while time passes R1 and R2',
  async live(world) {
    const { random } = world;
    const kills = world.sized(20, 2);
    const killed = () => world.countOf(KILL);
    do {
      const all = await world.oweMany(world.sized(28, 4), everyAge);
      const [payer] = random.shuffled(all);
      const paidOn = await world.today();
      const pay = async () => payer && !payer.stop && world.payWhole(payer, `VIR-${payer.file.id}`, paidOn);
      await whileDisturbed(
        () => liveLadders(world, all, false),
        async () => {
          await pause(random.between(1_000, 12_000));
          await world.kill('temporal');
          // Whether the workflow was told or not, a stored fact is in force: the answer is 503 while Temporal is away, and 200
          // afterwards.
          await pay();
          await world.stack.part('temporal').restart();
          await pay();
          world.say(`${killed()} kills`);
        },
        kills - killed(),
      );
      // A client without an answer asks until it gets one: a fact that is stored and unanswered stops the case, and no client would know.
      await until('the payment is acknowledged', async () => {
        await pay();
        return !payer || Boolean(payer.stop);
      });
    } while (killed() < kills);
  },
};

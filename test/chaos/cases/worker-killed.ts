import { setTimeout as pause } from 'node:timers/promises';
import type { ChaosCase } from '../chaos-case.ts';
import { liveLadders, whileDisturbed } from './lives.ts';

const KILL = 'worker killed';
const AT_WORK = 'kills while a message was on its way';

/** Many cases on each of a few days, so that a kill meets many of them at work. */
const fewDays = (index: number): number => 2 + 3 * (index % 4);

/** The worker is killed with -9 at random moments while reminders leave; one case in eight is paid on the way. */
export const workerKilled: ChaosCase = {
  name: 'worker-killed',
  what: 'the worker killed -9 again and again while time passes R1, R2 and the confirmed R3',
  async live(world) {
    const { random } = world;
    const kills = world.sized(200, 5);
    const enough = world.sized(50, 1);
    const killed = () => world.countOf(KILL);
    do {
      const all = await world.oweMany(world.sized(48, 6), fewDays);
      const toPay = random.shuffled(all).slice(0, Math.floor(all.length / 8));
      await whileDisturbed(
        () => liveLadders(world, all, true),
        async () => {
          await pause(random.between(20, 2_500));
          const payer = random.next() < 0.1 ? toPay.pop() : undefined;
          const [onTheirWay] = await Promise.all([
            world.gates.onTheirWay(),
            payer && world.payWhole(payer),
            world.kill('worker'),
          ]);
          if (onTheirWay > 0) world.count(AT_WORK);
          await world.stack.part('worker').restart();
          if (killed() % 10 === 0) world.say(`${killed()} kills, ${await world.today().catch(() => '?')}`);
        },
        Math.max(kills - killed(), enough),
      );
    } while (killed() < kills || (killed() < 2 * kills && world.countOf(AT_WORK) < enough));
    world.demand(
      world.countOf(AT_WORK) >= enough,
      `only ${world.countOf(AT_WORK)} of ${killed()} kills met a message on its way`,
    );
  },
};

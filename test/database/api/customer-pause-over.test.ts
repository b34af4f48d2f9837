import { beforeAll, describe, expect, it } from 'vitest';
import { sharedApi } from './running-api.ts';
import { SAMPLE_BODIES } from './sample-bodies.ts';

let api: Awaited<ReturnType<typeof sharedApi>>;
let ours: Awaited<ReturnType<typeof api.newCreditor>>;
beforeAll(async () => {
  api = await sharedApi();
  ours = await api.newCreditor();
});

const ask = (method: string, path: string, body?: unknown) => api.ask(method, path, { key: ours.admin, body });

describe('the pause of a customer who owes nothing', () => {
  it('is over after its last day, though no case of his is planned that would notice', async () => {
    const reference = `C-${crypto.randomUUID()}`;
    const { id } = (
      await ask('POST', '/v1/customers', { ...(SAMPLE_BODIES['POST /v1/customers'] as object), reference })
    ).body;
    const untilOn = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    await ask('POST', `/v1/customers/${id}/pause`, { reason: 'Congés', until_on: untilOn });
    const shown = async () => (await ask('GET', `/v1/customers/${id}`)).body.hold?.kind ?? null;
    const listed = async () =>
      (await ask('GET', `/v1/customers?hold=customer_pause&reference=${reference}`)).body.data.length;
    expect([await shown(), await listed()]).toEqual(['customer_pause', 1]);
    const yesterday = new Date(Date.now() - 86_400_000);
    await api.db.hold.updateMany({ where: { customerId: id }, data: { endsAt: yesterday } });
    expect([await shown(), await listed()]).toEqual([null, 0]);
    expect((await ask('GET', `/v1/customers/${id}/pause`)).status).toBe(404);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

// prisma/scope.ts narrows what Prisma reads to one creditor, but cannot narrow raw SQL. So each raw statement names the creditor itself,
// or is listed here with the reason why it cannot reach another creditor's rows.

const FOLDERS = ['activities', 'api', 'facts', 'metrics', 'prisma', 'temporal', 'worker'];
const RAW = /\$(queryRaw|executeRaw|queryRawUnsafe|executeRawUnsafe|inOneTrip)$/;

const ELSEWHERE = 'a condition that another function makes names the creditor';
const ALL = 'of the installation, or of all creditors at once';
const KEY = 'by a key that leads to its creditor';
const LOCKED = 'by ids of rows that the caller has read of its creditor, mostly under the lock';
const OWN = 'by the id that a workflow of that creditor has for its input';
const GIVEN = 'by the ids of what it is given, whatever that is';

const WITHOUT_CREDITOR: Record<string, string> = {
  'activities/confirm-closed.ts: createConfirmClosed': ELSEWHERE,
  'activities/deliver-message.ts: loadStored': OWN,
  'activities/hand-over.ts: judge': LOCKED,
  'activities/import-records.ts: noteChunk': OWN,
  'api/frame/authenticate.ts: authenticate': KEY,
  'api/frame/find-few.ts: findFew': ELSEWHERE,
  'api/frame/readiness.ts: readiness': ALL,
  'facts/case-facts.ts: loadCases': LOCKED,
  'facts/cases/read-document.ts: readDocument': ELSEWHERE,
  'facts/cases/read-listings.ts: countListings': ELSEWHERE,
  'facts/cases/read-listings.ts: readPart': ELSEWHERE,
  'facts/cases/sum-listings.ts: sumListings': ELSEWHERE,
  'facts/customers/erase-answers.ts: eraseAnswers': ELSEWHERE,
  'facts/customers/follow-scenario.ts: followScenarios': LOCKED,
  'facts/dashboard/owed.ts: countLateCustomers': ELSEWHERE,
  'facts/dashboard/owed.ts: readOwed': ELSEWHERE,
  'facts/demo/unsettled.ts: countUnsettled': ALL,
  'facts/groups/read-figures.ts: readFigures': ELSEWHERE,
  'facts/groups/regroup.ts: writeBelongings': LOCKED,
  'facts/invoices/create-invoices.ts: createInvoices': ELSEWHERE,
  'facts/invoices/create-invoices.ts: createReadInvoice': ELSEWHERE,
  'facts/messages/reserving/gather-steps.ts: planStale': LOCKED,
  'facts/messages/before-leaving/message-changes.ts: loadMessageToHandOver': OWN,
  'facts/messages/drawing/message-to-draw.ts: loadMessageToDraw': OWN,
  'facts/messages/settling/message-to-settle.ts: loadMessageToSettle': LOCKED,
  'facts/messages/settling/record-steps.ts: recordSteps': LOCKED,
  'facts/messages/reserving/reserve-action.ts: loadActionToSend': LOCKED,
  'facts/messages/reserving/reserve-action.ts: reserveAction': LOCKED,
  'facts/messages/reserving/reserve-message.ts: reserveMessage': GIVEN,
  'facts/messages/reserving/step-numbers.ts: stepNumbers': LOCKED,
  'facts/money/early-reversal.ts: keep': ALL,
  'facts/plan/join-action.ts: holderOf': LOCKED,
  'facts/plan/load-around.ts: loadAround': LOCKED,
  'facts/plan/load-case.ts: loadCaseForPlan': LOCKED,
  'facts/raise-version.ts: raiseVersion': LOCKED,
  'facts/resolve-scenario.ts: resolveScenarios': LOCKED,
  'facts/runs/run-figures.ts: runFigures': LOCKED,
  'facts/third-parties/read-unpaid.ts: readUnpaid': ELSEWHERE,
  'metrics/figures.ts: readFigures': ALL,
  'prisma/apart.ts: failureApart': GIVEN,
  'prisma/insert-rows.ts: insertRows': GIVEN,
  'prisma/lock.ts: holdFiles': GIVEN,
  'prisma/lock.ts: lockAction': GIVEN,
  'prisma/lock.ts: lockCustomerOfInvoice': ELSEWHERE,
  'prisma/lock.ts: lockCustomers': GIVEN,
  'prisma/lock.ts: lockCustomersNamed': GIVEN,
  'prisma/migrate.ts: pendingMigrations': ALL,
  'prisma/update-row.ts: updateRow': GIVEN,
  'temporal/start-message.ts: startMessage': OWN,
  'temporal/tell.ts: markTold': LOCKED,
  'temporal/tell.ts: noteStarted': LOCKED,
  'worker/metrics.ts: checks': ALL,
};

interface RawStatement {
  /** The place of a statement: its file and function. */
  where: string;
  text: string;
}

function rawStatements(file: string): RawStatement[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: RawStatement[] = [];
  const visit = (node: ts.Node, within: string): void => {
    const named = ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node) || ts.isVariableDeclaration(node);
    const name = named && node.name && ts.isIdentifier(node.name) && isFunction(node) ? node.name.text : within;
    const called = ts.isTaggedTemplateExpression(node)
      ? node.tag
      : ts.isCallExpression(node)
        ? node.expression
        : undefined;
    if (called && RAW.test(called.getText())) found.push({ where: `${file}: ${name}`, text: node.getText() });
    node.forEachChild((child) => visit(child, name));
  };
  visit(source, '');
  return found;
}

const isFunction = (node: ts.Node): boolean =>
  !ts.isVariableDeclaration(node) || (node.initializer !== undefined && ts.isArrowFunction(node.initializer));

const statements = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => file.endsWith('.ts') && !file.includes('generated'))
    .flatMap(rawStatements),
);

describe('Raw SQL', () => {
  it('names the creditor, or is listed with the reason why it need not', () => {
    const silent = statements.filter(({ text }) => !/"creditorId" = \$\{/.test(text)).map(({ where }) => where);
    expect(statements.length).toBeGreaterThan(40);
    expect([...new Set(silent)].sort()).toEqual(Object.keys(WITHOUT_CREDITOR).sort());
  });
});

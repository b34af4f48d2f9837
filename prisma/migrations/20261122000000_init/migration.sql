-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "CustomerKind" AS ENUM ('consumer', 'professional', 'public');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('operator', 'payments', 'collector', 'supervisor', 'admin');

-- CreateEnum
CREATE TYPE "Channel" AS ENUM ('email', 'letter', 'sms', 'call', 'task');

-- CreateEnum
CREATE TYPE "LetterKind" AS ENUM ('simple', 'registered', 'lre_qualified', 'ere_simple');

-- CreateEnum
CREATE TYPE "StepMode" AS ENUM ('manual', 'to_confirm', 'automatic');

-- CreateEnum
CREATE TYPE "SendingUnit" AS ENUM ('invoice', 'level', 'account');

-- CreateEnum
CREATE TYPE "StepAnchor" AS ENUM ('issued_on', 'due_on', 'previous_step');

-- CreateEnum
CREATE TYPE "InvoiceKind" AS ENUM ('invoice', 'credit_note');

-- CreateEnum
CREATE TYPE "ClosedAs" AS ENUM ('paid', 'cancelled', 'written_off');

-- CreateEnum
CREATE TYPE "HoldKind" AS ENUM ('litigation', 'dispute', 'promise', 'pause', 'customer_pause', 'specific_action');

-- CreateEnum
CREATE TYPE "ActionState" AS ENUM ('open', 'done', 'skipped', 'cancelled');

-- CreateEnum
CREATE TYPE "StepOutcome" AS ENUM ('sent', 'completed', 'skipped', 'level_set');

-- CreateEnum
CREATE TYPE "MessageOrigin" AS ENUM ('step', 'manual', 'run', 'specific_action', 'statement', 'acknowledgement');

-- CreateEnum
CREATE TYPE "MessageStatus" AS ENUM ('reserved', 'rendered', 'sending', 'sent', 'delivered', 'bounced', 'complained', 'failed', 'cancelled', 'ambiguous', 'printed', 'deposited', 'first_presented', 'awaiting_signature', 'signed', 'refused', 'unclaimed', 'undeliverable');

-- CreateEnum
CREATE TYPE "TemplateKind" AS ENUM ('email', 'letter', 'sms', 'statement');

-- CreateEnum
CREATE TYPE "ImportKind" AS ENUM ('customers', 'invoices', 'payments');

-- CreateEnum
CREATE TYPE "ImportStatus" AS ENUM ('running', 'done');

-- CreateTable
CREATE TABLE "creditors" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "creditors_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "settings" (
    "creditorId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyName" TEXT NOT NULL,
    "companyEmail" TEXT NOT NULL,
    "companyPhone" TEXT NOT NULL,
    "companySiret" TEXT,
    "addressLines" TEXT[],
    "postalCode" TEXT NOT NULL,
    "city" TEXT NOT NULL,
    "country" TEXT NOT NULL DEFAULT 'FR',
    "logoPng" BYTEA,
    "showLogoInLetters" BOOLEAN NOT NULL DEFAULT true,
    "iban" TEXT,
    "bic" TEXT,
    "latePenaltyRateText" TEXT,
    "currency" CHAR(3) NOT NULL DEFAULT 'EUR',
    "timeZone" TEXT NOT NULL DEFAULT 'Europe/Paris',
    "holidayZone" TEXT NOT NULL DEFAULT 'metropole',
    "sendHour" INTEGER NOT NULL DEFAULT 9,
    "toleranceCents" BIGINT NOT NULL DEFAULT 0,
    "promiseGraceDays" INTEGER NOT NULL DEFAULT 3,
    "minimumSpacingDays" INTEGER NOT NULL DEFAULT 1,
    "noticeDeadlineDays" INTEGER NOT NULL DEFAULT 15,
    "confirmAfterRelease" BOOLEAN NOT NULL DEFAULT true,
    "maxMessagesCount" INTEGER,
    "maxMessagesDays" INTEGER,
    "liveAt" TIMESTAMPTZ(3),
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("creditorId")
);

-- CreateTable
CREATE TABLE "api_keys" (
    "id" UUID NOT NULL,
    "creditorId" UUID,
    "userId" UUID,
    "name" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "hash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "creditorId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "phone" TEXT,
    "role" "Role" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "third_parties" (
    "id" UUID NOT NULL,
    "creditorId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "addressLines" TEXT[],
    "postalCode" TEXT,
    "city" TEXT,
    "country" TEXT NOT NULL DEFAULT 'FR',
    "professional" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "third_parties_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer_groups" (
    "id" UUID NOT NULL,
    "creditorId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "priority" INTEGER NOT NULL,
    "criteria" JSONB NOT NULL,
    "scenarioId" UUID,
    "collectorId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "customer_groups_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customers" (
    "id" UUID NOT NULL,
    "creditorId" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "CustomerKind" NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'fr',
    "addressLines" TEXT[],
    "postalCode" TEXT NOT NULL,
    "city" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "tags" TEXT[],
    "collectorId" UUID,
    "scenarioId" UUID,
    "groupId" UUID,
    "contentHash" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "customers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contacts" (
    "id" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "recovery" BOOLEAN NOT NULL DEFAULT false,
    "emailProblem" TEXT,

    CONSTRAINT "contacts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invoices" (
    "id" UUID NOT NULL,
    "creditorId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "kind" "InvoiceKind" NOT NULL DEFAULT 'invoice',
    "issuedOn" DATE NOT NULL,
    "dueOn" DATE,
    "totalCents" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "externalId" TEXT,
    "invoiceUrl" TEXT,
    "paymentUrl" TEXT,
    "scenarioId" UUID,
    "initialLevel" INTEGER NOT NULL DEFAULT 0,
    "initialLevelOn" DATE,
    "contentHash" TEXT NOT NULL,
    "caseReference" TEXT,
    "mission" TEXT,
    "reportStatus" TEXT,
    "invoiceStatus" TEXT,
    "referrerId" UUID,
    "notaryId" UUID,
    "paidCents" BIGINT NOT NULL DEFAULT 0,
    "creditedCents" BIGINT NOT NULL DEFAULT 0,
    "balanceCents" BIGINT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "toldVersion" INTEGER NOT NULL DEFAULT 0,
    "plannedVersion" INTEGER NOT NULL DEFAULT 0,
    "cycle" INTEGER NOT NULL DEFAULT 1,
    "level" INTEGER NOT NULL DEFAULT 0,
    "scenarioVersionId" UUID,
    "confirmReason" TEXT,
    "nextLevel" INTEGER,
    "nextTurnOn" DATE,
    "postponedUntilOn" DATE,
    "postponedStepKey" TEXT,
    "exhaustedAt" TIMESTAMPTZ(3),
    "attentionCode" TEXT,
    "attentionText" TEXT,
    "attentionAt" TIMESTAMPTZ(3),
    "closedAs" "ClosedAs",
    "closedAt" TIMESTAMPTZ(3),
    "closedReason" TEXT,
    "lastStatementToReferrerOn" DATE,
    "lastStatementToNotaryOn" DATE,
    "lastCallOn" DATE,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "invoices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "open_steps" (
    "invoiceId" UUID NOT NULL,
    "creditorId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "cycle" INTEGER NOT NULL,
    "stepKey" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "kind" "Channel" NOT NULL,
    "letterKind" "LetterKind",
    "templateId" UUID,
    "mode" "StepMode" NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "lapsesAt" TIMESTAMPTZ(3),
    "dueOn" DATE NOT NULL,
    "rule" TEXT NOT NULL,
    "reasons" JSONB NOT NULL,
    "actionId" UUID NOT NULL,
    "messageId" UUID,

    CONSTRAINT "open_steps_pkey" PRIMARY KEY ("invoiceId")
);

-- CreateTable
CREATE TABLE "step_records" (
    "id" UUID NOT NULL,
    "invoiceId" UUID NOT NULL,
    "cycle" INTEGER NOT NULL,
    "stepKey" TEXT,
    "level" INTEGER NOT NULL,
    "kind" "Channel",
    "outcome" "StepOutcome" NOT NULL,
    "repeat" INTEGER NOT NULL DEFAULT 0,
    "on" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "messageId" UUID,
    "reason" TEXT,

    CONSTRAINT "step_records_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "holds" (
    "id" UUID NOT NULL,
    "creditorId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "invoiceId" UUID,
    "kind" "HoldKind" NOT NULL,
    "reason" TEXT NOT NULL,
    "comment" TEXT,
    "cause" TEXT,
    "sinceAt" TIMESTAMPTZ(3) NOT NULL,
    "untilOn" DATE,
    "endsAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "amountCents" BIGINT,
    "settledAtStartCents" BIGINT,
    "awaitingCredit" BOOLEAN NOT NULL DEFAULT false,
    "reviewOn" DATE,
    "ownerId" UUID,
    "createdBy" TEXT NOT NULL,

    CONSTRAINT "holds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payments" (
    "id" UUID NOT NULL,
    "creditorId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "externalId" TEXT NOT NULL,
    "keyId" UUID,
    "amountCents" BIGINT NOT NULL,
    "unallocatedCents" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "paidOn" DATE NOT NULL,
    "method" TEXT,
    "contentHash" TEXT NOT NULL,
    "answer" JSONB NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "reversedAt" TIMESTAMPTZ(3),
    "reversalExternalId" TEXT,
    "reversalReason" TEXT,

    CONSTRAINT "payments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "allocations" (
    "id" UUID NOT NULL,
    "creditorId" UUID NOT NULL,
    "paymentId" UUID,
    "creditNoteId" UUID,
    "invoiceId" UUID NOT NULL,
    "amountCents" BIGINT NOT NULL,
    "allocatedAt" TIMESTAMPTZ(3) NOT NULL,
    "reversedAt" TIMESTAMPTZ(3),

    CONSTRAINT "allocations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scenarios" (
    "id" UUID NOT NULL,
    "creditorId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "defaultFor" "CustomerKind"[],
    "currentVersion" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "scenarios_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scenario_versions" (
    "id" UUID NOT NULL,
    "scenarioId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "unit" "SendingUnit" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "scenario_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scenario_steps" (
    "id" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "kind" "Channel" NOT NULL,
    "letterKind" "LetterKind",
    "anchor" "StepAnchor" NOT NULL,
    "delayDays" INTEGER NOT NULL,
    "mode" "StepMode" NOT NULL,
    "templateId" UUID,

    CONSTRAINT "scenario_steps_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "templates" (
    "id" UUID NOT NULL,
    "creditorId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "TemplateKind" NOT NULL,
    "level" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "templates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "template_variants" (
    "id" UUID NOT NULL,
    "templateId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "TemplateKind" NOT NULL,
    "language" TEXT NOT NULL,
    "debtorKind" "CustomerKind",
    "subject" TEXT NOT NULL,
    "bodyHtml" TEXT NOT NULL,

    CONSTRAINT "template_variants_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "actions" (
    "id" UUID NOT NULL,
    "creditorId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "kind" "Channel" NOT NULL,
    "level" INTEGER,
    "letterKind" "LetterKind",
    "templateId" UUID,
    "mode" "StepMode" NOT NULL,
    "currency" CHAR(3),
    "origin" TEXT NOT NULL,
    "groupKey" TEXT,
    "state" "ActionState" NOT NULL DEFAULT 'open',
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "dueOn" DATE NOT NULL,
    "title" TEXT,
    "reason" TEXT,
    "attentionCode" TEXT,
    "attentionText" TEXT,
    "assigneeId" UUID,
    "comment" TEXT,
    "messageId" UUID,
    "postedOn" DATE,
    "registeredNumber" TEXT,
    "settledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "actions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "action_invoices" (
    "actionId" UUID NOT NULL,
    "invoiceId" UUID NOT NULL,

    CONSTRAINT "action_invoices_pkey" PRIMARY KEY ("actionId","invoiceId")
);

-- CreateTable
CREATE TABLE "decisions" (
    "id" TEXT NOT NULL,
    "creditorId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "actionId" UUID,
    "invoiceId" UUID NOT NULL,
    "args" JSONB NOT NULL,
    "actor" JSONB NOT NULL,
    "verdict" JSONB,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "decisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "messages" (
    "id" UUID NOT NULL,
    "creditorId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "actionId" UUID,
    "runId" UUID,
    "kind" "Channel" NOT NULL,
    "letterKind" "LetterKind",
    "level" INTEGER,
    "origin" "MessageOrigin" NOT NULL,
    "originId" TEXT,
    "templateId" UUID,
    "language" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "status" "MessageStatus" NOT NULL DEFAULT 'reserved',
    "test" BOOLEAN NOT NULL,
    "recipients" TEXT[],
    "contactHash" TEXT,
    "customSubject" TEXT,
    "customBodyHtml" TEXT,
    "customRecipients" TEXT[],
    "attachmentIds" TEXT[],
    "overrideReason" TEXT,
    "subject" TEXT,
    "htmlSha256" TEXT,
    "textSha256" TEXT,
    "pdfSha256" TEXT,
    "provider" TEXT,
    "providerReference" TEXT,
    "actor" JSONB NOT NULL,
    "reservedAt" TIMESTAMPTZ(3) NOT NULL,
    "renderedAt" TIMESTAMPTZ(3),
    "handedOverAt" TIMESTAMPTZ(3),
    "tries" INTEGER NOT NULL DEFAULT 0,
    "nextTryAt" TIMESTAMPTZ(3),
    "unknownSinceAt" TIMESTAMPTZ(3),
    "sentAt" TIMESTAMPTZ(3),
    "settledAt" TIMESTAMPTZ(3),
    "failureCode" TEXT,
    "failureDetail" TEXT,

    CONSTRAINT "messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message_contents" (
    "messageId" UUID NOT NULL,
    "html" TEXT,
    "text" TEXT,
    "pdf" BYTEA,

    CONSTRAINT "message_contents_pkey" PRIMARY KEY ("messageId")
);

-- CreateTable
CREATE TABLE "message_items" (
    "messageId" UUID NOT NULL,
    "invoiceId" UUID NOT NULL,
    "cycle" INTEGER NOT NULL,
    "stepKey" TEXT,
    "level" INTEGER NOT NULL,
    "repeat" INTEGER NOT NULL DEFAULT 0,
    "amountCents" BIGINT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "information" BOOLEAN NOT NULL DEFAULT false,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "message_items_pkey" PRIMARY KEY ("messageId","invoiceId")
);

-- CreateTable
CREATE TABLE "history" (
    "id" UUID NOT NULL,
    "creditorId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "invoiceId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "actorKind" TEXT NOT NULL,
    "actorName" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "messageId" UUID,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "history_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attachments" (
    "id" UUID NOT NULL,
    "creditorId" UUID NOT NULL,
    "filename" TEXT NOT NULL,
    "contentType" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attachments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "imports" (
    "id" UUID NOT NULL,
    "creditorId" UUID NOT NULL,
    "kind" "ImportKind" NOT NULL,
    "status" "ImportStatus" NOT NULL DEFAULT 'running',
    "content" BYTEA NOT NULL,
    "total" INTEGER NOT NULL DEFAULT 0,
    "accepted" INTEGER NOT NULL DEFAULT 0,
    "nextRecord" INTEGER NOT NULL DEFAULT 0,
    "refused" JSONB NOT NULL DEFAULT '[]',
    "actor" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "imports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotent_requests" (
    "keyId" UUID NOT NULL,
    "route" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "bodyHash" TEXT NOT NULL,
    "status" INTEGER,
    "headers" JSONB,
    "body" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotent_requests_pkey" PRIMARY KEY ("keyId","route","key")
);

-- CreateTable
CREATE TABLE "demo_clock" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "offsetMs" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "demo_clock_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "creditors_slug_key" ON "creditors"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_hash_key" ON "api_keys"("hash");

-- CreateIndex
CREATE INDEX "api_keys_creditorId_idx" ON "api_keys"("creditorId");

-- CreateIndex
CREATE UNIQUE INDEX "users_creditorId_email_key" ON "users"("creditorId", "email");

-- CreateIndex
CREATE INDEX "third_parties_creditorId_name_idx" ON "third_parties"("creditorId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "customer_groups_creditorId_name_key" ON "customer_groups"("creditorId", "name");

-- CreateIndex
CREATE INDEX "customers_creditorId_name_idx" ON "customers"("creditorId", "name");

-- CreateIndex
CREATE INDEX "customers_creditorId_collectorId_idx" ON "customers"("creditorId", "collectorId");

-- CreateIndex
CREATE UNIQUE INDEX "customers_creditorId_reference_key" ON "customers"("creditorId", "reference");

-- CreateIndex
CREATE INDEX "contacts_customerId_idx" ON "contacts"("customerId");

-- CreateIndex
CREATE INDEX "invoices_customerId_idx" ON "invoices"("customerId");

-- CreateIndex
CREATE INDEX "invoices_creditorId_closedAs_dueOn_idx" ON "invoices"("creditorId", "closedAs", "dueOn");

-- CreateIndex
CREATE INDEX "invoices_creditorId_closedAs_level_idx" ON "invoices"("creditorId", "closedAs", "level");

-- CreateIndex
CREATE INDEX "invoices_creditorId_closedAs_balanceCents_idx" ON "invoices"("creditorId", "closedAs", "balanceCents");

-- CreateIndex
CREATE INDEX "invoices_referrerId_idx" ON "invoices"("referrerId");

-- CreateIndex
CREATE INDEX "invoices_notaryId_idx" ON "invoices"("notaryId");

-- CreateIndex
CREATE INDEX "invoices_scenarioVersionId_idx" ON "invoices"("scenarioVersionId");

-- CreateIndex
CREATE UNIQUE INDEX "invoices_creditorId_number_key" ON "invoices"("creditorId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "invoices_creditorId_externalId_key" ON "invoices"("creditorId", "externalId");

-- CreateIndex
CREATE INDEX "open_steps_creditorId_dueAt_idx" ON "open_steps"("creditorId", "dueAt");

-- CreateIndex
CREATE INDEX "open_steps_actionId_idx" ON "open_steps"("actionId");

-- CreateIndex
CREATE INDEX "open_steps_messageId_idx" ON "open_steps"("messageId");

-- CreateIndex
CREATE INDEX "step_records_invoiceId_cycle_idx" ON "step_records"("invoiceId", "cycle");

-- CreateIndex
CREATE INDEX "holds_invoiceId_endedAt_idx" ON "holds"("invoiceId", "endedAt");

-- CreateIndex
CREATE INDEX "holds_customerId_endedAt_idx" ON "holds"("customerId", "endedAt");

-- CreateIndex
CREATE INDEX "holds_creditorId_kind_endedAt_idx" ON "holds"("creditorId", "kind", "endedAt");

-- CreateIndex
CREATE INDEX "holds_endsAt_idx" ON "holds"("endsAt");

-- CreateIndex
CREATE INDEX "payments_customerId_idx" ON "payments"("customerId");

-- CreateIndex
CREATE UNIQUE INDEX "payments_creditorId_externalId_key" ON "payments"("creditorId", "externalId");

-- CreateIndex
CREATE INDEX "allocations_invoiceId_idx" ON "allocations"("invoiceId");

-- CreateIndex
CREATE INDEX "allocations_paymentId_idx" ON "allocations"("paymentId");

-- CreateIndex
CREATE INDEX "allocations_creditNoteId_idx" ON "allocations"("creditNoteId");

-- CreateIndex
CREATE UNIQUE INDEX "scenarios_creditorId_name_key" ON "scenarios"("creditorId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "scenario_versions_scenarioId_version_key" ON "scenario_versions"("scenarioId", "version");

-- CreateIndex
CREATE INDEX "scenario_steps_templateId_idx" ON "scenario_steps"("templateId");

-- CreateIndex
CREATE UNIQUE INDEX "scenario_steps_versionId_key_key" ON "scenario_steps"("versionId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "templates_creditorId_name_key" ON "templates"("creditorId", "name");

-- CreateIndex
CREATE INDEX "template_variants_templateId_idx" ON "template_variants"("templateId");

-- CreateIndex
CREATE INDEX "actions_creditorId_state_dueAt_idx" ON "actions"("creditorId", "state", "dueAt");

-- CreateIndex
CREATE INDEX "actions_customerId_idx" ON "actions"("customerId");

-- CreateIndex
CREATE INDEX "action_invoices_invoiceId_idx" ON "action_invoices"("invoiceId");

-- CreateIndex
CREATE INDEX "decisions_invoiceId_idx" ON "decisions"("invoiceId");

-- CreateIndex
CREATE INDEX "decisions_actionId_idx" ON "decisions"("actionId");

-- CreateIndex
CREATE INDEX "messages_creditorId_reservedAt_idx" ON "messages"("creditorId", "reservedAt");

-- CreateIndex
CREATE INDEX "messages_customerId_idx" ON "messages"("customerId");

-- CreateIndex
CREATE INDEX "messages_actionId_idx" ON "messages"("actionId");

-- CreateIndex
CREATE INDEX "messages_providerReference_idx" ON "messages"("providerReference");

-- CreateIndex
CREATE INDEX "messages_nextTryAt_idx" ON "messages"("nextTryAt");

-- CreateIndex
CREATE INDEX "message_items_invoiceId_idx" ON "message_items"("invoiceId");

-- CreateIndex
CREATE INDEX "history_invoiceId_at_idx" ON "history"("invoiceId", "at");

-- CreateIndex
CREATE INDEX "history_customerId_at_idx" ON "history"("customerId", "at");

-- CreateIndex
CREATE INDEX "imports_creditorId_idx" ON "imports"("creditorId");

-- CreateIndex
CREATE INDEX "idempotent_requests_createdAt_idx" ON "idempotent_requests"("createdAt");

-- AddForeignKey
ALTER TABLE "settings" ADD CONSTRAINT "settings_creditorId_fkey" FOREIGN KEY ("creditorId") REFERENCES "creditors"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_creditorId_fkey" FOREIGN KEY ("creditorId") REFERENCES "creditors"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_userId_fkey" FOREIGN KEY ("userId") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "users" ADD CONSTRAINT "users_creditorId_fkey" FOREIGN KEY ("creditorId") REFERENCES "creditors"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "third_parties" ADD CONSTRAINT "third_parties_creditorId_fkey" FOREIGN KEY ("creditorId") REFERENCES "creditors"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_groups" ADD CONSTRAINT "customer_groups_creditorId_fkey" FOREIGN KEY ("creditorId") REFERENCES "creditors"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_groups" ADD CONSTRAINT "customer_groups_scenarioId_fkey" FOREIGN KEY ("scenarioId") REFERENCES "scenarios"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_groups" ADD CONSTRAINT "customer_groups_collectorId_fkey" FOREIGN KEY ("collectorId") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customers" ADD CONSTRAINT "customers_creditorId_fkey" FOREIGN KEY ("creditorId") REFERENCES "creditors"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customers" ADD CONSTRAINT "customers_collectorId_fkey" FOREIGN KEY ("collectorId") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customers" ADD CONSTRAINT "customers_scenarioId_fkey" FOREIGN KEY ("scenarioId") REFERENCES "scenarios"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customers" ADD CONSTRAINT "customers_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "customer_groups"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "customers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "customers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_scenarioId_fkey" FOREIGN KEY ("scenarioId") REFERENCES "scenarios"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_scenarioVersionId_fkey" FOREIGN KEY ("scenarioVersionId") REFERENCES "scenario_versions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_referrerId_fkey" FOREIGN KEY ("referrerId") REFERENCES "third_parties"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_notaryId_fkey" FOREIGN KEY ("notaryId") REFERENCES "third_parties"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "open_steps" ADD CONSTRAINT "open_steps_invoiceId_fkey" FOREIGN KEY ("invoiceId") REFERENCES "invoices"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "open_steps" ADD CONSTRAINT "open_steps_actionId_fkey" FOREIGN KEY ("actionId") REFERENCES "actions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "open_steps" ADD CONSTRAINT "open_steps_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "messages"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "step_records" ADD CONSTRAINT "step_records_invoiceId_fkey" FOREIGN KEY ("invoiceId") REFERENCES "invoices"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "holds" ADD CONSTRAINT "holds_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "customers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "holds" ADD CONSTRAINT "holds_invoiceId_fkey" FOREIGN KEY ("invoiceId") REFERENCES "invoices"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payments" ADD CONSTRAINT "payments_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "customers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "payments"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_creditNoteId_fkey" FOREIGN KEY ("creditNoteId") REFERENCES "invoices"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_invoiceId_fkey" FOREIGN KEY ("invoiceId") REFERENCES "invoices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scenarios" ADD CONSTRAINT "scenarios_creditorId_fkey" FOREIGN KEY ("creditorId") REFERENCES "creditors"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scenario_versions" ADD CONSTRAINT "scenario_versions_scenarioId_fkey" FOREIGN KEY ("scenarioId") REFERENCES "scenarios"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scenario_steps" ADD CONSTRAINT "scenario_steps_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "scenario_versions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scenario_steps" ADD CONSTRAINT "scenario_steps_templateId_fkey" FOREIGN KEY ("templateId") REFERENCES "templates"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "templates" ADD CONSTRAINT "templates_creditorId_fkey" FOREIGN KEY ("creditorId") REFERENCES "creditors"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "template_variants" ADD CONSTRAINT "template_variants_templateId_fkey" FOREIGN KEY ("templateId") REFERENCES "templates"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "actions" ADD CONSTRAINT "actions_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "customers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "actions" ADD CONSTRAINT "actions_assigneeId_fkey" FOREIGN KEY ("assigneeId") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_invoices" ADD CONSTRAINT "action_invoices_actionId_fkey" FOREIGN KEY ("actionId") REFERENCES "actions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_invoices" ADD CONSTRAINT "action_invoices_invoiceId_fkey" FOREIGN KEY ("invoiceId") REFERENCES "invoices"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "customers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_actionId_fkey" FOREIGN KEY ("actionId") REFERENCES "actions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_contents" ADD CONSTRAINT "message_contents_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "messages"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_items" ADD CONSTRAINT "message_items_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "messages"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_items" ADD CONSTRAINT "message_items_invoiceId_fkey" FOREIGN KEY ("invoiceId") REFERENCES "invoices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "history" ADD CONSTRAINT "history_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "customers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "history" ADD CONSTRAINT "history_invoiceId_fkey" FOREIGN KEY ("invoiceId") REFERENCES "invoices"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "history" ADD CONSTRAINT "history_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "messages"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What the Prisma schema cannot say:
-- each (invoice, cycle, step, repeat) is in one living message at most;
CREATE UNIQUE INDEX "message_items_living_step_key" ON "message_items"("invoiceId", "cycle", "stepKey", "repeat") WHERE "active" AND "stepKey" IS NOT NULL AND NOT "information";
-- everything that is not a step is unique by its origin's own id, among living messages;
CREATE UNIQUE INDEX "messages_living_origin_key" ON "messages"("creditorId", "origin", "originId") WHERE "originId" IS NOT NULL AND "status" NOT IN ('cancelled', 'failed');
-- due steps of one customer, channel, level and day gather in one open action;
CREATE UNIQUE INDEX "actions_open_group_key" ON "actions"("groupKey") WHERE "state" = 'open' AND "groupKey" IS NOT NULL;
-- each step of an invoice is recorded once a cycle, but for a person's repeats;
CREATE UNIQUE INDEX "step_records_step_key" ON "step_records"("invoiceId", "cycle", "stepKey", "repeat") WHERE "stepKey" IS NOT NULL;
-- the reconciliation looks for what the workflows were not told.
CREATE INDEX "invoices_untold_idx" ON "invoices"("creditorId", "id") WHERE "version" > "toldVersion";

-- AlterTable
ALTER TABLE "actions" ALTER COLUMN "customerId" DROP NOT NULL;

-- Only a person's own task may be about nobody: all else is sent, or asks for something about a customer.
ALTER TABLE "actions" ADD CONSTRAINT "actions_customer_unless_task" CHECK ("customerId" IS NOT NULL OR "origin" = 'task');

-- From and Reply-To belong to the bytes: tried again under the same key, a mail is the same to the provider.
ALTER TABLE "message_contents" ADD COLUMN "senderName" TEXT, ADD COLUMN "senderEmail" TEXT;

-- To whom a colleague's answer to an internal mail goes. Null: to the company, as before. Nothing is rewritten.
ALTER TABLE "message_contents" ADD COLUMN "replyTo" TEXT;

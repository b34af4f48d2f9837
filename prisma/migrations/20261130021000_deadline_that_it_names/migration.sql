-- Until when a message gives to pay, as it says: what waits to be posted is judged by its own delay, whatever the settings have become.
ALTER TABLE "messages" ADD COLUMN "paymentDeadlineOn" DATE;

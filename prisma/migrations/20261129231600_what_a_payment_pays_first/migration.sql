-- What a payment in part pays first, where late interest is reckoned: `principal_first` as until now, or `interest_first` (C. civ. 1343-1).
ALTER TABLE "settings" ADD COLUMN "paymentImputation" TEXT NOT NULL DEFAULT 'principal_first';

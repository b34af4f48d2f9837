-- What a company has to print on its letters beside its SIRET: legal form, share capital, town of the trade register, VAT number.
ALTER TABLE "settings" ADD COLUMN "legalForm" TEXT,
ADD COLUMN "shareCapitalCents" BIGINT,
ADD COLUMN "rcsCity" TEXT,
ADD COLUMN "vatNumber" TEXT;

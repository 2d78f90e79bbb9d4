CREATE TABLE "sitemap_months" (
	"language" text NOT NULL,
	"month" text NOT NULL,
	"changed_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "sitemap_months_language_month_pk" PRIMARY KEY("language","month")
);

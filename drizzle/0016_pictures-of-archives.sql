CREATE TABLE "archive_pictures" (
	"import_id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"parent_id" text,
	"path" text,
	"picture" jsonb NOT NULL,
	CONSTRAINT "archive_pictures_import_id_external_id_pk" PRIMARY KEY("import_id","external_id")
);
--> statement-breakpoint
ALTER TABLE "archive_pictures" ADD CONSTRAINT "archive_pictures_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "archive_pictures_of_story" ON "archive_pictures" USING btree ("import_id","parent_id");
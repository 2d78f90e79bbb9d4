CREATE TABLE "kept_authors" (
	"revision_id" uuid NOT NULL,
	"story_id" uuid NOT NULL,
	"block_id" text NOT NULL,
	"person_id" uuid NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "kept_authors_revision_id_block_id_person_id_pk" PRIMARY KEY("revision_id","block_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "named_revisions" (
	"revision_id" uuid PRIMARY KEY NOT NULL,
	"story_id" uuid NOT NULL,
	"name" text NOT NULL,
	"named_by" uuid,
	"named_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "revision_stand_ins" (
	"revision_id" uuid PRIMARY KEY NOT NULL,
	"story_id" uuid NOT NULL,
	"kept_id" uuid NOT NULL,
	"pruned_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "story_looks" (
	"person_id" uuid NOT NULL,
	"story_id" uuid NOT NULL,
	"revision_id" uuid NOT NULL,
	"looked_at" timestamp with time zone NOT NULL,
	"before_revision_id" uuid,
	"before_looked_at" timestamp with time zone,
	CONSTRAINT "story_looks_person_id_story_id_pk" PRIMARY KEY("person_id","story_id")
);
--> statement-breakpoint
CREATE TABLE "writing_sessions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"story_id" uuid NOT NULL,
	"first_seq" integer NOT NULL,
	"last_seq" integer NOT NULL,
	"last_revision_id" uuid NOT NULL,
	"people" uuid[] NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone NOT NULL,
	"steps" integer NOT NULL,
	"words_in" integer NOT NULL,
	"words_out" integer NOT NULL,
	"fields" text[] NOT NULL,
	CONSTRAINT "writing_sessions_in_order" UNIQUE("story_id","last_seq")
);
--> statement-breakpoint
ALTER TABLE "kept_authors" ADD CONSTRAINT "kept_authors_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kept_authors" ADD CONSTRAINT "kept_authors_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "named_revisions" ADD CONSTRAINT "named_revisions_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "named_revisions" ADD CONSTRAINT "named_revisions_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "named_revisions" ADD CONSTRAINT "named_revisions_named_by_people_id_fk" FOREIGN KEY ("named_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision_stand_ins" ADD CONSTRAINT "revision_stand_ins_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_looks" ADD CONSTRAINT "story_looks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_looks" ADD CONSTRAINT "story_looks_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "writing_sessions" ADD CONSTRAINT "writing_sessions_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "writing_sessions" ADD CONSTRAINT "writing_sessions_last_revision_id_revisions_id_fk" FOREIGN KEY ("last_revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "kept_authors_of_story" ON "kept_authors" USING btree ("story_id");--> statement-breakpoint
CREATE INDEX "named_revisions_of_story" ON "named_revisions" USING btree ("story_id");--> statement-breakpoint
CREATE INDEX "revision_stand_ins_by_time" ON "revision_stand_ins" USING btree ("pruned_at");--> statement-breakpoint
CREATE INDEX "revision_stand_ins_kept" ON "revision_stand_ins" USING btree ("kept_id");--> statement-breakpoint
CREATE INDEX "story_looks_of_story" ON "story_looks" USING btree ("story_id");
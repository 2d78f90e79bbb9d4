CREATE TABLE "room_revisions" (
	"revision_id" uuid PRIMARY KEY NOT NULL,
	"story_id" uuid NOT NULL,
	"snapshot" "bytea" NOT NULL,
	"person_ids" uuid[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "story_rooms" (
	"story_id" uuid PRIMARY KEY NOT NULL,
	"schema_version" integer NOT NULL,
	"state" "bytea" NOT NULL,
	"revised_seq" bigint DEFAULT 0 NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "story_updates" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "story_updates_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"story_id" uuid NOT NULL,
	"person_id" uuid,
	"update" "bytea" NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "room_revisions" ADD CONSTRAINT "room_revisions_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_revisions" ADD CONSTRAINT "room_revisions_story_id_story_rooms_story_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."story_rooms"("story_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_rooms" ADD CONSTRAINT "story_rooms_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_updates" ADD CONSTRAINT "story_updates_story_id_story_rooms_story_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."story_rooms"("story_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_updates" ADD CONSTRAINT "story_updates_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "room_revisions_of_story" ON "room_revisions" USING btree ("story_id");--> statement-breakpoint
CREATE INDEX "story_updates_of_room" ON "story_updates" USING btree ("story_id","seq");
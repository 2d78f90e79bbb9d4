CREATE TABLE "room_presence" (
	"story_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "room_presence_story_id_person_id_pk" PRIMARY KEY("story_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "room_revisions" DROP CONSTRAINT "room_revisions_revision_id_revisions_id_fk";
--> statement-breakpoint
ALTER TABLE "room_revisions" ADD COLUMN "at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "room_presence" ADD CONSTRAINT "room_presence_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_presence" ADD CONSTRAINT "room_presence_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
CREATE TABLE "hand_lines" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"story_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"url" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"posted_at" timestamp with time zone NOT NULL,
	"posted_by" uuid,
	"changed_at" timestamp with time zone,
	"changed_by" uuid,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "redirects" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"from_path" text NOT NULL,
	"story_id" uuid,
	"to_path" text,
	"source" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "redirects_fromPath_unique" UNIQUE("from_path"),
	CONSTRAINT "redirects_lead_somewhere" CHECK (("redirects"."story_id" is null) <> ("redirects"."to_path" is null))
);
--> statement-breakpoint
CREATE TABLE "share_cards" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"story_id" uuid NOT NULL,
	"publication_id" uuid NOT NULL,
	"picture_id" uuid,
	"name" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"bytes" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "share_counts" (
	"story_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"day" date NOT NULL,
	"shares" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "share_counts_story_id_channel_day_pk" PRIMARY KEY("story_id","channel","day")
);
--> statement-breakpoint
CREATE TABLE "story_listings" (
	"story_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"word_id" uuid NOT NULL,
	"language" text NOT NULL,
	"first_published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "story_listings_story_id_kind_word_id_pk" PRIMARY KEY("story_id","kind","word_id")
);
--> statement-breakpoint
CREATE TABLE "picture_uses" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"picture_id" uuid NOT NULL,
	"stands" text NOT NULL,
	"place" text NOT NULL,
	"story_id" uuid,
	"contributor_id" uuid,
	CONSTRAINT "picture_uses_once" UNIQUE NULLS NOT DISTINCT("picture_id","stands","place","story_id","contributor_id")
);
--> statement-breakpoint
CREATE TABLE "pictures" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"original_key" text NOT NULL,
	"original_hash" text NOT NULL,
	"file_name" text NOT NULL,
	"format" text NOT NULL,
	"bytes" bigint NOT NULL,
	"width" integer DEFAULT 0 NOT NULL,
	"height" integer DEFAULT 0 NOT NULL,
	"state" text DEFAULT 'processing' NOT NULL,
	"trouble" text DEFAULT '' NOT NULL,
	"edition" integer DEFAULT 1 NOT NULL,
	"rotation" smallint DEFAULT 0 NOT NULL,
	"blurs" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"focal" jsonb,
	"crops" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"printable" jsonb,
	"likeness" bit(64),
	"author" text DEFAULT '' NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	"credit" text DEFAULT '' NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"alt_text" text DEFAULT '' NOT NULL,
	"rights" text DEFAULT 'unknown' NOT NULL,
	"rights_note" text DEFAULT '' NOT NULL,
	"valid_until" timestamp with time zone,
	"proof" text DEFAULT '' NOT NULL,
	"instructions" text DEFAULT '' NOT NULL,
	"taken_at" timestamp with time zone,
	"place" text DEFAULT '' NOT NULL,
	"people_shown" text[] DEFAULT '{}' NOT NULL,
	"keywords" text[] DEFAULT '{}' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"uploaded_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"pulled_at" timestamp with time zone,
	"pulled_by" uuid,
	"pull_note" text DEFAULT '' NOT NULL,
	"replaced_by" uuid,
	"search_text" text DEFAULT '' NOT NULL,
	"search" "tsvector" GENERATED ALWAYS AS (to_tsvector('simple', search_text)) STORED,
	CONSTRAINT "pictures_originalKey_unique" UNIQUE("original_key")
);
--> statement-breakpoint
CREATE TABLE "renditions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"picture_id" uuid NOT NULL,
	"edition" integer NOT NULL,
	"crop" text NOT NULL,
	"format" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"bytes" integer NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "renditions_once" UNIQUE("picture_id","edition","crop","format","width")
);
--> statement-breakpoint
CREATE TABLE "import_items" (
	"source" text NOT NULL,
	"origin" text NOT NULL,
	"kind" text NOT NULL,
	"external_id" text NOT NULL,
	"import_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"target_id" uuid,
	"note" text DEFAULT '' NOT NULL,
	"done_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "import_items_source_origin_kind_external_id_pk" PRIMARY KEY("source","origin","kind","external_id")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"source" text NOT NULL,
	"file_name" text NOT NULL,
	"file_key" text NOT NULL,
	"mode" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"choices" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"report" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"started_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "snippets" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"name" text NOT NULL,
	"language" text,
	"document" jsonb NOT NULL,
	"person_id" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "story_templates" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"name" text NOT NULL,
	"language" text,
	"section_id" uuid,
	"fields" jsonb NOT NULL,
	"document" jsonb NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"retired_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "contributors" ADD COLUMN "biography" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "contributors" ADD COLUMN "picture_id" uuid;--> statement-breakpoint
ALTER TABLE "contributors" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "contributors" ADD COLUMN "hidden_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "time_zone" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "picture_id" uuid;--> statement-breakpoint
ALTER TABLE "sections" ADD COLUMN "descriptions" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "stories" ADD COLUMN "kind" text DEFAULT 'story' NOT NULL;--> statement-breakpoint
ALTER TABLE "stories" ADD COLUMN "page_slug" text;--> statement-breakpoint
ALTER TABLE "stories" ADD COLUMN "page_role" text;--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "descriptions" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "hand_lines" ADD CONSTRAINT "hand_lines_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_lines" ADD CONSTRAINT "hand_lines_posted_by_people_id_fk" FOREIGN KEY ("posted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_lines" ADD CONSTRAINT "hand_lines_changed_by_people_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redirects" ADD CONSTRAINT "redirects_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redirects" ADD CONSTRAINT "redirects_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_cards" ADD CONSTRAINT "share_cards_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_cards" ADD CONSTRAINT "share_cards_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_cards" ADD CONSTRAINT "share_cards_picture_id_pictures_id_fk" FOREIGN KEY ("picture_id") REFERENCES "public"."pictures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_counts" ADD CONSTRAINT "share_counts_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_listings" ADD CONSTRAINT "story_listings_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "picture_uses" ADD CONSTRAINT "picture_uses_picture_id_pictures_id_fk" FOREIGN KEY ("picture_id") REFERENCES "public"."pictures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "picture_uses" ADD CONSTRAINT "picture_uses_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."stories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "picture_uses" ADD CONSTRAINT "picture_uses_contributor_id_contributors_id_fk" FOREIGN KEY ("contributor_id") REFERENCES "public"."contributors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pictures" ADD CONSTRAINT "pictures_uploaded_by_people_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pictures" ADD CONSTRAINT "pictures_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pictures" ADD CONSTRAINT "pictures_pulled_by_people_id_fk" FOREIGN KEY ("pulled_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pictures" ADD CONSTRAINT "pictures_replaced_by_pictures_id_fk" FOREIGN KEY ("replaced_by") REFERENCES "public"."pictures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "renditions" ADD CONSTRAINT "renditions_picture_id_pictures_id_fk" FOREIGN KEY ("picture_id") REFERENCES "public"."pictures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_items" ADD CONSTRAINT "import_items_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_started_by_people_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snippets" ADD CONSTRAINT "snippets_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_templates" ADD CONSTRAINT "story_templates_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_templates" ADD CONSTRAINT "story_templates_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "hand_lines_of_story" ON "hand_lines" USING btree ("story_id","posted_at");--> statement-breakpoint
CREATE INDEX "share_cards_of_story" ON "share_cards" USING btree ("story_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "share_cards_by_name" ON "share_cards" USING btree ("name");--> statement-breakpoint
CREATE INDEX "story_listings_newest" ON "story_listings" USING btree ("kind","word_id","language","first_published_at" DESC NULLS LAST,"story_id");--> statement-breakpoint
CREATE INDEX "picture_uses_of_story" ON "picture_uses" USING btree ("story_id","stands");--> statement-breakpoint
CREATE INDEX "pictures_newest" ON "pictures" USING btree ("created_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "pictures_expiring" ON "pictures" USING btree ("valid_until");--> statement-breakpoint
CREATE INDEX "pictures_by_original" ON "pictures" USING btree ("original_hash");--> statement-breakpoint
CREATE INDEX "pictures_search" ON "pictures" USING gin ("search");--> statement-breakpoint
CREATE INDEX "renditions_by_name" ON "renditions" USING btree ("name");--> statement-breakpoint
CREATE INDEX "import_items_of_import" ON "import_items" USING btree ("import_id","outcome");--> statement-breakpoint
ALTER TABLE "stories" ADD CONSTRAINT "stories_one_page_per_address" UNIQUE("language","page_slug");--> statement-breakpoint
ALTER TABLE "stories" ADD CONSTRAINT "stories_pages_have_an_address" CHECK (("stories"."kind" = 'page') = ("stories"."page_slug" is not null));
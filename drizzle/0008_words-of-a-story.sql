ALTER TABLE "stories" ADD COLUMN "word_ids" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE INDEX "stories_by_word" ON "stories" USING gin ("word_ids");